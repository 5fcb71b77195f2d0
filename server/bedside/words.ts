import { standards } from '@wubian/shared/bedside/ability.ts';

/** What this room says to its users beside the refusals. */
export const words = {
  dayAhead: '日期不能晚于今天。',
  sameAssessor: '两位评估人不能是同一人。',
  badCursor: '翻页位置不对，请从第一页看起',
  conclusionOnly: '只有结论，没有 26 项评分。',
  oldStandard: `旧标准（${standards.old}）的结果，按原样保存，不换算。`,
  countedEvents: (named: string, declared: number): string => {
    const unlogged = declared ? `未登记的 ${declared} 次` : '';
    return `计入的风险事件：${[named, unlogged].filter(Boolean).join('，另有')}。`;
  },
  /** The reason that the file's own history keeps. */
  noted: (day: string): string => `按 ${day} 的能力评估`,
  notedNone: '评估作废后没有有效结果',
  added: '录入能力评估',
  addedOld: '补录评估结论',
  voided: '作废能力评估',
  addedEvent: '登记风险事件',
  notInForce: '这不是现行结果，作废后等级不变。',
  fallsBack: (day: string, level: string): string => `作废后，现行结果是 ${day} 的${level}。`,
  nothingLeft: '作废后没有有效结果，档案里的能力等级变为“未评估”。',
} as const;
