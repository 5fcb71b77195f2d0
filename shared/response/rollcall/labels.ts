/** Why the street calls the roll, and the words that callers read first when nobody wrote others. */
export const reasons = {
  heat: { label: '高温', words: '天气很热，请看看老人有没有空调、有没有不舒服。' },
  cold: { label: '寒潮', words: '降温了，请看看老人家里暖不暖、炉子安全不安全。' },
  typhoon: { label: '台风', words: '台风要来，请提醒老人不出门，看看门窗和吃的。' },
  powerCut: { label: '停电', words: '停电了，请看看老人的制氧机、电梯和照明。' },
  other: { label: '其他', words: '请看看老人是不是平安。' },
} as const;
export type RollCallReason = keyof typeof reasons;

/** Who is asked, in this order: those next door, those paired with her, then staff. */
export const tiers = { neighbours: '好邻居和钥匙保管人', circles: '结对志愿者', staff: '工作人员' } as const;
export type Tier = keyof typeof tiers;
export const tierNames = Object.keys(tiers) as [Tier, ...Tier[]];

/** How it stands with one old person of a roll-call. */
export const rowStates = {
  needsHelp: '需要帮助',
  notReached: '没联系上',
  waiting: '还没回',
  onTheWay: '有人在去',
  safe: '平安',
  /** She went to hospital, moved or died while it ran. */
  away: '不在家',
} as const;
export type RowState = keyof typeof rowStates;
/** The gravest first. */
export const rowStateNames = Object.keys(rowStates) as [RowState, ...RowState[]];

/** Nobody knows yet how she is: these are left over. */
export const isLeft = (state: RowState): boolean =>
  state === 'waiting' || state === 'onTheWay' || state === 'notReached';

/** What a caller says by one tap, and from which states. */
export const answers = {
  safe: { label: '看到了，平安', to: 'safe', from: ['waiting', 'onTheWay', 'notReached', 'needsHelp'] },
  needsHelp: { label: '需要帮助', to: 'needsHelp', from: ['waiting', 'onTheWay', 'notReached', 'safe'] },
  notFound: { label: '没找到人', to: 'waiting', from: ['waiting', 'onTheWay'] },
  onTheWay: { label: '有人在去了', to: 'onTheWay', from: ['waiting'] },
} as const satisfies Record<string, { label: string; to: RowState; from: readonly RowState[] }>;
export type Answer = keyof typeof answers;
export const answerNames = Object.keys(answers) as [Answer, ...Answer[]];

/** True when the answer may be given as it stands. */
export const mayAnswer = (answer: Answer, state: RowState): boolean =>
  (answers[answer].from as readonly RowState[]).includes(state);

/** Everything that a row's history tells. */
export const entryLabels = {
  ...(Object.fromEntries(answerNames.map((one) => [one, answers[one].label])) as Record<Answer, string>),
  self: '本人说平安',
  family: '家属说平安',
  undo: '点错了，收回',
  nextTier: '没有回应，请下一批人',
  handOver: '换了人',
  alarm: '没有回应，转紧急求助',
  leave: '不在家了',
} as const;
export type EntryKind = keyof typeof entryLabels;
export const entryKinds = Object.keys(entryLabels) as [EntryKind, ...EntryKind[]];

/** The phases of a roll-call: being written, running, closed. */
export const phases = {
  listing: '正在列名单',
  planning: '正在分派',
  telling: '正在通知',
  running: '正在点名',
  closing: '正在结束',
  closed: '已结束',
} as const;
export type Phase = keyof typeof phases;
export const phaseNames = Object.keys(phases) as [Phase, ...Phase[]];

/** What the form begins with: minutes before the next tier, and first calls for one person. */
export const usual = { minutes: 30, perPerson: 15 } as const;
