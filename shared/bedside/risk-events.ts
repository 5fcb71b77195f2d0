import { addDays } from '../time.ts';
import { riskDays } from './ability.ts';

/**
 * What is written down between two assessments. `risk` are the 照护风险事件 of GB/T 42195-2022, which weigh on the level
 * and, twice in 30 days, ask for a new assessment; a plain change of state asks for one by itself.
 */
export const eventKinds = {
  fall: { label: '跌倒', risk: true },
  lost: { label: '走失', risk: true },
  choke: { label: '噎食', risk: true },
  suicide: { label: '自杀', risk: true },
  selfHarm: { label: '自伤', risk: true },
  other: { label: '其他风险', risk: true },
  change: { label: '状态变化', risk: false },
} as const;
export type EventKind = keyof typeof eventKinds;
export const eventKindNames = Object.keys(eventKinds) as [EventKind, ...EventKind[]];

/** Day is YYYY-MM-DD. */
export interface CareEvent {
  day: string;
  kind: EventKind;
}

const isRisk = ({ kind }: CareEvent): boolean => eventKinds[kind].risk;

/** The risk events on `day` and in the 30 days before it, oldest first. */
export const riskEventsUntil = <E extends CareEvent>(events: readonly E[], day: string): E[] =>
  events
    .filter((event) => isRisk(event) && event.day <= day && event.day >= addDays(day, -riskDays))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

/** '5月3日跌倒'. */
export const sayEvent = ({ day, kind }: CareEvent): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${eventKinds[kind].label}`;
