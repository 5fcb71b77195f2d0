/** What may hang on one person, so that she must hand it over before she leaves (domain.md §8, §10b 44). */
export const dependentKinds = {
  elders: '负责的老人',
  tasks: '接下的求助',
  pairs: '结对的老人',
  keys: '保管的钥匙',
  alerts: '没看的紧急提醒',
  grants: '等答复的家属申请',
  duties: '以后的当班',
  incidents: '带头处理的求助',
  rollCalls: '点名要看的老人',
} as const;
export type DependentKind = keyof typeof dependentKinds;
export const dependentKindNames = Object.keys(dependentKinds) as [DependentKind, ...DependentKind[]];

/** How somebody made sure that a file is still right. */
export const checkedHowLabels = { visit: '上门核对', call: '电话核对', meet: '当面核对' } as const;
export type CheckedHow = keyof typeof checkedHowLabels;
export const checkedHows = Object.keys(checkedHowLabels) as [CheckedHow, ...CheckedHow[]];
