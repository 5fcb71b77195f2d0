/** Words of one call for help, for everybody who comes to it. */
export const incidentWords = {
  title: '紧急求助',
  drill: '演练',
  drillNote: '这是演练，没有老人出事。',
  unsentAct: (what: string, name: string) => `${what}：${name}`,
  kept: '没有网络，已存在手机里，会自动发。',
  states: { lead: '带头', joined: '一起去', stoodDown: '去不了' },
  people: '谁在处理',
  nobody: '还没有人接，正在一级一级通知。',
  history: '经过',
  callPerson: (name: string) => `打电话给${name}`,
  calledUp: (steps: number) => `已通知 ${steps} 轮`,
} as const;
