/** Where a call for help came from. */
export const sources = {
  elder: '老人自己',
  family: '家属',
  neighbour: '邻居或志愿者',
  worker: '工作人员代报',
  device: '设备',
  meal: '送餐没人应',
  visit: '探访没人应',
  rollCall: '点名没有回应',
  drill: '演练',
} as const;
export type Source = keyof typeof sources;

/** How grave it is (domain.md §10b 35). */
export const triages = { life: '有生命危险', urgent: '紧急', notUrgent: '不紧急', false: '误报' } as const;
export type Triage = keyof typeof triages;

/** Who else has been called out. */
export const handOvers = { '120': '120 急救', '110': '110 报警', '119': '119 消防' } as const;
export type HandOver = keyof typeof handOvers;

/** How somebody knows how the old person is: nothing else closes a call. */
export const proofs = { saw: '见到老人', spoke: '和老人通了话' } as const;
export type Proof = keyof typeof proofs;

/** Why an alarm was false, for the statistics (和平 8910: alarms are many times more than needs). */
export const falseCauses = {
  pressed: '误按',
  device: '设备误报',
  misheard: '误会',
  test: '试用',
  other: '其他',
} as const;
export type FalseCause = keyof typeof falseCauses;

/** What came of it. */
export const outcomes = {
  helped: '当场解决',
  hospital: '送医',
  family: '家人接手',
  service: '转为服务',
  died: '去世',
  other: '其他',
} as const;
export type Outcome = keyof typeof outcomes;

/** Where an event of outside care is filed again, with the number it got there. */
export const filedAt = { jinzhitong: '津治通', hotline: '12345', other: '其他' } as const;
export type FiledAt = keyof typeof filedAt;

export const namesOf = <T extends string>(labels: Readonly<Record<T, string>>) =>
  Object.keys(labels) as unknown as [T, ...T[]];
