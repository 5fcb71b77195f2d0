import { describe, expect, test } from 'vitest';
import { nextHalfDays, partOfDay } from './half-days.ts';

/** An instant by the clock of the street. */
const at = (clock: string) => Date.parse(`2026-05-02T${clock}:00.000+08:00`);
const said = (clock: string) => nextHalfDays(at(clock)).map(({ label, note }) => `${label} ${note}`);

describe('half days to choose from', () => {
  test('early in the morning both halves of today and of tomorrow are whole', () => {
    expect(said('07:10')).toEqual([
      '今天上午 9 点到 12 点',
      '今天下午 2 点到 5 点',
      '明天上午 9 点到 12 点',
      '明天下午 2 点到 5 点',
    ]);
  });

  test('the half that is going on begins at the next half hour', () => {
    const [first] = nextHalfDays(at('09:40'));
    expect(first).toMatchObject({
      label: '今天上午',
      note: '10 点到 12 点',
      from: '2026-05-02T02:00:00.000Z',
      to: '2026-05-02T04:00:00.000Z',
    });
    expect(said('10:01')[0]).toBe('今天上午 10 点半到 12 点');
    expect(said('14:05')[0]).toBe('今天下午 2 点半到 5 点');
  });

  test('a half with less than an hour left is gone, and another takes its place', () => {
    expect(said('11:00')[0]).toBe('今天上午 11 点到 12 点');
    expect(said('11:01')[0]).toBe('今天下午 2 点到 5 点');
    expect(said('11:01')).toHaveLength(4);
    expect(said('16:30').map((one) => one.slice(0, 4))).toEqual(['明天上午', '明天下午', '后天上午', '后天下午']);
  });

  test('the day changes at midnight of the street, not of UTC', () => {
    expect(nextHalfDays(at('00:10'))[0]).toMatchObject({ key: '2026-05-02-am', from: '2026-05-02T01:00:00.000Z' });
    expect(nextHalfDays(at('23:50'))[0]).toMatchObject({ key: '2026-05-03-am', label: '明天上午' });
  });

  test('every choice lies in the future and ends after it begins', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = at('00:00') + minute * 60_000;
      for (const { from, to } of nextHalfDays(now)) {
        expect(Date.parse(from)).toBeGreaterThanOrEqual(now);
        expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(3_600_000);
      }
    }
  });
});

test('greetings follow the clock of the street', () => {
  expect(['03:59', '04:00', '11:29', '11:30', '13:29', '13:30', '17:59', '18:00'].map((c) => partOfDay(at(c)))).toEqual(
    ['evening', 'morning', 'morning', 'noon', 'noon', 'afternoon', 'afternoon', 'evening'],
  );
});
