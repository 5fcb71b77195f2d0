/** What verify-audit says is wrong with a chain. */
export const faultWords = {
  changed: '内容被改过',
  missing: '被删除',
  misplaced: '被删除或移动，后面的内容也被改过',
  broken: '与上一条接不上（被替换或调换过）',
  cutOff: '从这一条起，末尾的记录被删除',
  headGone: '末尾的签名被删除',
  headForged: '末尾的签名被改过',
  notHead: '与末尾的签名不符（被替换过）',
  notSeen: '与以前核对时不同（被替换过）',
  takenBack: '以前核对时有这一条，现在没有了（整条记录链被退回过）',
  stray: '不在记录链里，是另外塞进来的',
} as const;
