/** Words of handing over that a user reads, beside refusals and tables of the contract. */
export const stewardWords = {
  merging: '正在合并，请过一会儿再交接',
  busy: '一直有人在改，请稍后再试',
  needsSuccessor: '要选一位接手人',
  outOfArea: '接手人不在这个社区，请另选一位',
  keyNote: '钥匙要当面交接',
  keyRelation: '工作人员',
  tickKey: '当面交接后请打勾，或到档案里改钥匙保管人',
  keyNeedsSuccessor: '接手人没有手机号，请到档案里改钥匙保管人',
  grantNote: '家属申请等答复',
  grantNeedsWorker: '这个社区没有别的工作人员，请先答复或安排一位',
  nobody: '没有指定',
  street: '全街道',
} as const;
