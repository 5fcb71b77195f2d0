import { riskDays, riskEventsThatCount } from './ability.ts';
import { type CareEvent, eventKinds, riskEventsUntil, sayEvent } from './risk-events.ts';

/** The standard names no interval; 12 months is the house's parameter (domain.md §10c). */
export const reassessMonths = 12;

/** The day `months` later; the last day of the month when that month is shorter. Both YYYY-MM-DD. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

export interface DueState {
  due: boolean;
  /** Since when, or when it will be, YYYY-MM-DD; null for someone never assessed. */
  dueOn: string | null;
  /** Why it is due, line by line; empty when it is not. */
  words: string[];
}

/**
 * The events that ask for a new assessment after one on `lastDay`: every change of state, and every risk event that is
 * at least the second within 30 days. What lies on or before `lastDay` was seen by the assessment.
 */
export const eventsThatAsk = <E extends CareEvent>(events: readonly E[], lastDay: string | null): E[] =>
  events.filter(
    (event) =>
      (lastDay === null || event.day > lastDay) &&
      (!eventKinds[event.kind].risk || riskEventsUntil(events, event.day).length >= riskEventsThatCount),
  );

function eventWords(events: readonly CareEvent[], asking: readonly CareEvent[]): string[] {
  const latest = asking
    .filter(({ kind }) => eventKinds[kind].risk)
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const near = latest === undefined ? [] : riskEventsUntil(events, latest);
  const said = near.map(sayEvent).join('、');
  return [
    ...(near.length ? [`${riskDays} 天内有 ${near.length} 次照护风险事件（${said}），应即时评估。`] : []),
    ...asking.filter(({ kind }) => kind === 'change').map((event) => `${sayEvent(event)}，应即时评估。`),
  ];
}

/**
 * Whether an elder should be assessed (again) on `today`: never assessed by the present standard, the last valid result
 * of `lastDay` is 12 months old, her state has changed, or two risk events fell within 30 days.
 */
export function dueState(
  { lastDay, events }: { lastDay: string | null; events: readonly CareEvent[] },
  today: string,
  months = reassessMonths,
): DueState {
  const asking = eventsThatAsk(events, lastDay);
  if (lastDay === null)
    return { due: true, dueOn: null, words: ['还没有国标评估结果。', ...eventWords(events, asking)] };
  const byAge = addMonths(lastDay, months);
  const dueOn = [byAge, ...asking.map(({ day }) => day)].sort()[0]!;
  const old = byAge <= today ? [`上次评估已满 ${months} 个月。`] : [];
  return { due: dueOn <= today, dueOn, words: [...old, ...eventWords(events, asking)] };
}
