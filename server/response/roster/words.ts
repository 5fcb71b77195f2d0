/** Every word that the roster tells people. */
export const words = {
  planned: { title: '新的排班', body: (post: string, day: string) => `${post}从${day}起按新排班，请看我的当班。` },
  changed: { title: '您的当班有变动', body: (post: string, when: string) => `${post} ${when}，请看我的当班。` },
  offered: { title: '有人想让班', body: (who: string, when: string) => `${who} ${when} 的班，您能接吗？` },
  taken: { title: '您让的班有人接了', body: (who: string, when: string) => `${when} 由${who}当班。` },
  expired: { title: '您让的班没有人接', body: (when: string) => `${when} 还是您当班。` },
  leaveAsked: { title: '有人请假', body: (who: string, when: string) => `${who}请假：${when}，请去批。` },
  leaveGranted: { title: '请假已批准', body: (when: string) => `${when}，这段时间不排您当班。` },
  leaveRefused: { title: '请假没有批准', body: (when: string) => `${when} 请照常当班，有困难请联系负责人。` },
  onNow: { title: '轮到您当班', body: (until: string, before: string) => `当班到${until}。上一班：${before}。` },
  relieved: { title: '您的当班结束', body: (who: string) => `现在当班：${who}。还有事请写交班。` },
  nobody: '没有人，由负责人代班',
  hole: { title: '排班有空档', body: (hole: string) => `${hole}。请尽快补人，否则由负责人代班。` },
  unread: { title: '交班没有人看', body: (post: string) => `${post}的交班，接班半小时了还没人看，请过问。` },
} as const;
