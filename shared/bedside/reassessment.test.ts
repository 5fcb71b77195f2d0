import { describe, expect, it } from 'vitest';
import { addMonths, dueState, eventsThatAsk } from './reassessment.ts';
import { type CareEvent, riskEventsUntil } from './risk-events.ts';

const fall = (day: string): CareEvent => ({ kind: 'fall', day });
const lost = (day: string): CareEvent => ({ kind: 'lost', day });
const change = (day: string): CareEvent => ({ kind: 'change', day });
const state = (lastDay: string | null, today: string, events: CareEvent[] = []) => dueState({ lastDay, events }, today);

it.each([
  ['2025-05-06', 12, '2026-05-06'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2025-11-30', 3, '2026-02-28'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

describe('by the calendar', () => {
  it('is due on the day on which twelve months are full, not before', () => {
    expect(state('2025-05-06', '2026-05-05')).toEqual({ due: false, dueOn: '2026-05-06', words: [] });
    expect(state('2025-05-06', '2026-05-06')).toEqual({
      due: true,
      dueOn: '2026-05-06',
      words: ['上次评估已满 12 个月。'],
    });
  });

  it('takes another interval as a parameter', () => {
    expect(dueState({ lastDay: '2025-05-06', events: [] }, '2025-11-06', 6)).toMatchObject({ due: true });
  });

  it('is due for someone never assessed', () => {
    expect(state(null, '2026-05-06')).toEqual({ due: true, dueOn: null, words: ['还没有国标评估结果。'] });
  });
});

describe('by what happened', () => {
  it('is due at once after two risk events within 30 days, which the words name', () => {
    expect(state('2026-03-01', '2026-05-06', [fall('2026-04-05'), lost('2026-05-05')])).toEqual({
      due: true,
      dueOn: '2026-05-05',
      words: ['30 天内有 2 次照护风险事件（4月5日跌倒、5月5日走失），应即时评估。'],
    });
  });

  it('is not due when they lie 31 days apart, or after one alone', () => {
    expect(state('2026-03-01', '2026-05-06', [fall('2026-04-04'), lost('2026-05-05')]).due).toBe(false);
    expect(state('2026-03-01', '2026-05-06', [fall('2026-05-05')]).due).toBe(false);
  });

  it('counts an event before the assessment with one after it', () => {
    expect(state('2026-04-20', '2026-05-06', [fall('2026-04-10'), fall('2026-05-05')]).due).toBe(true);
  });

  it('is no longer due once an assessment has seen both', () => {
    expect(state('2026-05-05', '2026-05-06', [fall('2026-04-10'), fall('2026-05-05')]).due).toBe(false);
  });

  it('is due after a change of state, which is no risk event', () => {
    const events = [change('2026-05-03'), fall('2026-05-04')];
    expect(state('2026-03-01', '2026-05-06', events)).toEqual({
      due: true,
      dueOn: '2026-05-03',
      words: ['5月3日状态变化，应即时评估。'],
    });
    expect(eventsThatAsk(events, '2026-05-03')).toEqual([]);
  });
});

it('counts the events on the day and in the 30 days before it', () => {
  const events = [fall('2026-05-07'), fall('2026-05-06'), fall('2026-04-06'), fall('2026-04-05'), change('2026-05-01')];
  expect(riskEventsUntil(events, '2026-05-06').map(({ day }) => day)).toEqual(['2026-04-06', '2026-05-06']);
});
