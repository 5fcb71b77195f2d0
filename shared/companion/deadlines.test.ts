import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMoves, defaultDeadlineRules as rules, type Timed } from './deadlines.ts';
import { after, canLeave, type Move, moves, statusNames } from './lifecycle.ts';

const hour = 3_600_000;
const timed = (given: Partial<Timed>): Timed => ({
  status: 'open',
  windowFrom: 100 * hour,
  windowTo: 102 * hour,
  since: 0,
  finishedAt: null,
  minutes: null,
  made: [],
  ...given,
});
const due = (given: Partial<Timed>) => dueMoves(timed(given), rules).map(({ move, at }) => [move, at / hour]);

describe('what the clock will do', () => {
  it('warns of a task that nobody claims, then lets it expire', () => {
    expect(due({})).toEqual([
      ['warnUnclaimed', 88],
      ['expire', 102],
    ]);
  });

  it('warns before the window even when the request came late', () => {
    expect(due({ since: 96 * hour })).toEqual([
      ['warnUnclaimed', 98],
      ['expire', 102],
    ]);
    expect(due({ since: 101 * hour })).toEqual([
      ['warnUnclaimed', 101],
      ['expire', 102],
    ]);
  });

  it('reminds of a visit, but not who accepted it at the last moment', () => {
    expect(due({ status: 'claimed' })).toEqual([
      ['remindVisit', 98],
      ['warnNotStarted', 100.5],
    ]);
    expect(due({ status: 'claimed', since: 99 * hour })).toEqual([['warnNotStarted', 100.5]]);
    expect(due({ status: 'claimed', since: 101 * hour })).toEqual([['warnNotStarted', 101.5]]);
  });

  it('asks after a service that does not end', () => {
    expect(due({ status: 'inService', since: 100 * hour })).toEqual([['warnNotFinished', 104]]);
    expect(due({ status: 'inService', since: 103 * hour })).toEqual([['warnNotFinished', 105]]);
  });

  it('confirms by rule after 48 hours up to four hours of service, and asks a worker above', () => {
    const done = { status: 'done', since: 0 } as const;
    expect(due({ ...done, minutes: 240 })).toEqual([
      ['remindConfirm', 24],
      ['confirmByRule', 48],
    ]);
    expect(due({ ...done, minutes: 241 })).toEqual([
      ['remindConfirm', 24],
      ['askReview', 48],
    ]);
  });

  it('does each of them once', () => {
    expect(due({ made: ['warnUnclaimed'] })).toEqual([['expire', 102]]);
    expect(due({ status: 'inService', made: ['warnNotFinished'] })).toEqual([]);
  });

  it('has nothing to do once the story is over', () => {
    for (const status of ['confirmed', 'declined', 'cancelled', 'expired', 'objected'] as const) {
      expect(due({ status })).toEqual([]);
    }
  });
});

it('applied in order, however late, gives moves of the table, comes to an end, and warns before it expires', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...statusNames),
      fc.nat(200),
      fc.nat(24),
      fc.nat(300),
      fc.nat(720),
      (status, from, length, since, minutes) => {
        let task = timed({
          status,
          windowFrom: from * hour,
          windowTo: (from + length) * hour,
          since: since * hour,
          minutes,
        });
        const done: Move[] = [];
        for (let round = 0; round < 20; round++) {
          const [first] = dueMoves(task, rules);
          if (!first) break;
          expect(canLeave(first.move, task.status)).toBe(true);
          done.push(first.move);
          const stays = moves[first.move].to === 'same';
          task = stays
            ? { ...task, made: [...task.made, first.move] }
            : { ...task, status: after(first.move, task.status), since: first.at, made: [] };
        }
        expect(dueMoves(task, rules)).toEqual([]);
        expect(new Set(done).size).toBe(done.length);
        if (done.includes('expire') && since < from + length) {
          expect(done.indexOf('warnUnclaimed')).toBe(done.indexOf('expire') - 1);
        }
      },
    ),
  );
});
