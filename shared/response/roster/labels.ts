/** Kinds of days in the calendar of the state: make-up days are work, bridged days are holidays. */
export const dayKinds = ['work', 'rest', 'holiday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** On which days a shift happens. */
export const dayChoices = ['every', 'work', 'rest', 'holiday', 'weekdays'] as const;
export type DayChoice = (typeof dayChoices)[number];
export const dayChoiceLabels: Readonly<Record<DayChoice, string>> = {
  every: '每天',
  work: '工作日',
  rest: '休息日（含节假日）',
  holiday: '节假日',
  weekdays: '选定的星期',
};

/** How long one turn of a rotation lasts. */
export const turnLengths = ['shift', 'day', 'week', 'month'] as const;
export type TurnLength = (typeof turnLengths)[number];
export const turnLabels: Readonly<Record<TurnLength, string>> = {
  shift: '每班换人',
  day: '每天换人',
  week: '每周换人',
  month: '每月换人',
};

export const overrideKinds = ['add', 'remove', 'replace'] as const;
export type OverrideKind = (typeof overrideKinds)[number];

export const opinionGrades = ['good', 'fair', 'bad'] as const;
export type OpinionGrade = (typeof opinionGrades)[number];
export const opinionLabels: Readonly<Record<OpinionGrade, string>> = { good: '满意', fair: '一般', bad: '不满意' };
