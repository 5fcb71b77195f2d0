import { describe, expect, it } from 'vitest';
import { dayOf, instantOf, timeOf } from '../../time.ts';
import { dutySpans, onDutyAt } from './duty.ts';
import { dutyFigures } from './figures.ts';
import { findHoles } from './proof.ts';
import type { Change, KindOf, Roster, ShiftRule } from './roster.ts';

const kinds: Record<string, 'holiday' | 'rest' | 'work'> = { '2026-10-31': 'work', '2026-11-02': 'holiday' };
const kindOf: KindOf = (day) =>
  kinds[day] ?? ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 'rest' : 'work');

const aShift = (given: Partial<ShiftRule> = {}): ShiftRule => ({
  ...{
    id: 's',
    name: '全天',
    from: '00:00',
    to: '00:00',
    days: 'every',
    weekdays: [],
    each: 'day',
    since: '2026-10-01',
  },
  turns: [['a'], ['b']],
  ...given,
});
const aRoster = (shifts: ShiftRule[], given: Partial<Roster> = {}): Roster => ({
  ...{ posts: [{ id: 'p', communityId: 'c', plans: [{ from: 0, shifts }] }], changes: [], leaves: [], kindOf },
  ...given,
});
const at = (day: string, time = '00:00') => instantOf(day, time).getTime();
const who = (roster: Roster, day: string, time: string) => onDutyAt(roster, at(day, time)).map((one) => one.accountId);
const over = { id: 'x', postId: 'p', from: at('2026-10-05'), to: at('2026-10-06'), at: 1 };

describe('a rotation', () => {
  it('changes by the day, by the Monday week, by the month, and by how often the shift happens', () => {
    const days = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-11-01'];
    const turns = (each: ShiftRule['each']) => days.map((day) => who(aRoster([aShift({ each })]), day, '12:00').join());
    expect(turns('day')).toEqual(['a', 'b', 'a', 'b']);
    expect(turns('week')).toEqual(['a', 'a', 'b', 'a']);
    expect(turns('month')).toEqual(['a', 'a', 'a', 'b']);
    const atWork = aRoster([aShift({ days: 'work', each: 'shift', since: '2026-10-30' })]);
    // Friday, the make-up Saturday, no Sunday, a Monday that is a holiday, Tuesday.
    const said = ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03'];
    expect(said.map((day) => who(atWork, day, '12:00').join())).toEqual(['a', 'b', '', '', 'a']);
  });

  it('keeps who began a night until the morning, across midnight and the end of the month', () => {
    const night = aRoster([aShift({ from: '20:00', to: '08:00' })]);
    expect(who(night, '2026-10-31', '23:00')).toEqual(who(night, '2026-11-01', '07:59'));
    expect(who(night, '2026-11-01', '08:00')).toEqual([]);
    expect(dutySpans(night, at('2026-10-31', '20:00'), at('2026-11-01', '08:00'))).toMatchObject([
      { from: at('2026-10-31', '20:00'), to: at('2026-11-01', '08:00'), slot: 's:2026-10-31' },
    ]);
  });
});

describe('changes', () => {
  it('lets the later word count: a temporary schedule ends an earlier replacement, a later one changes it', () => {
    const shifts = [{ from: over.from, to: over.to, accountIds: ['c'] }];
    const replaced = { ...over, kind: 'replace', out: 'a', in: 'd', via: 'override' } as const;
    const changes: Change[] = [replaced, { ...over, id: 'y', at: 2, kind: 'temporary', shifts }];
    expect(who(aRoster([aShift()], { changes }), '2026-10-05', '12:00')).toEqual(['c']);
    const swapped: Change = { ...over, id: 'z', at: 3, kind: 'replace', out: 'c', in: 'e', via: 'swap' };
    expect(onDutyAt(aRoster([aShift()], { changes: [...changes, swapped] }), at('2026-10-05', '12:00'))).toMatchObject([
      { accountId: 'e', via: 'swap' },
    ]);
    expect(who(aRoster([aShift()], { changes }), '2026-10-06', '12:00')).toEqual(['b']);
  });

  it('changes nothing before a new plan begins', () => {
    const posts = [{ id: 'p', communityId: 'c', plans: [{ from: 0, shifts: [aShift()] }] }];
    const later = { from: at('2026-10-20'), shifts: [aShift({ turns: [['e']] })] };
    const before = aRoster([], { posts });
    const after = aRoster([], { posts: [{ ...posts[0]!, plans: [...posts[0]!.plans, later] }] });
    const month = [at('2026-10-01'), at('2026-10-20')] as const;
    expect(dutySpans(after, ...month)).toEqual(dutySpans(before, ...month));
    expect(who(after, '2026-10-20', '00:00')).toEqual(['e']);
  });
});

describe('figures', () => {
  it('adds up hours, nights, rest days and holidays of each person, and what lies behind', () => {
    const night = aRoster([aShift({ from: '20:00', to: '08:00', turns: [['a']] })]);
    // Three nights: Friday to a make-up Saturday, to Sunday, to a holiday Monday.
    const spans = dutySpans(night, at('2026-10-30', '12:00'), at('2026-11-02', '12:00'));
    expect(dutyFigures(spans, kindOf, at('2026-10-31', '02:00'))).toEqual([
      {
        ...{ accountId: 'a', minutes: 3 * 720, doneMinutes: 360, shifts: 3, nightMinutes: 3 * 480 },
        ...{ restMinutes: 8 * 60 + 4 * 60 + 8 * 60, holidayMinutes: 8 * 60 },
      },
    ]);
    expect(dayOf(spans[2]!.to)).toBe('2026-11-02');
  });
});

describe('a proof', () => {
  const reach = new Map([...'abcde'].map((id) => [id, { app: true, phone: true }]));
  const proof = { communities: ['c'], from: at('2026-10-05'), to: at('2026-10-06'), fits: () => true, reach };

  it('names why nobody can be counted on', () => {
    const day = aShift({ from: '08:00', to: '20:00', turns: [['a']] });
    const holes = (given: Partial<Roster>, more = {}) =>
      findHoles({ ...proof, ...more, roster: aRoster([day], given) }).map(({ why, from, to }) => [
        why,
        timeOf(from),
        timeOf(to),
      ]);
    const early = ['nobody', '00:00', '08:00'];
    const late = ['nobody', '20:00', '00:00'];
    expect(holes({})).toEqual([early, late]);
    const away = { accountId: 'a', from: at('2026-10-05', '09:00'), to: at('2026-10-05', '10:00') };
    expect(holes({ leaves: [away] })).toEqual([early, ['onLeave', '09:00', '10:00'], late]);
    expect(holes({}, { reach: new Map([['a', { app: true, phone: false }]]) })[1]).toEqual([
      'unreachable',
      '08:00',
      '20:00',
    ]);
    expect(holes({}, { fits: () => false })[1]).toEqual(['gone', '08:00', '20:00']);
    const twice = ['c', 'd'].map((id) => ({ id, communityId: id, plans: [{ from: 0, shifts: [day] }] }));
    expect(holes({ posts: twice })[1]).toEqual(['doubleBooked', '08:00', '20:00']);
  });
});
