import { describe, expect, it } from 'vitest';
import { defaultLadder, Ladder, rungAt } from './ladder.ts';

describe('the ladder', () => {
  it('of a street that has set none waits 60, 60 and 120 s, with several people from the second step on', () => {
    expect(defaultLadder.rungs.map(({ wait }) => wait)).toEqual([60, 60, 120]);
    expect(defaultLadder.rungs.slice(1).every(({ call }) => call.length > 1)).toBe(true);
    expect(defaultLadder.family).toContain('sms');
    expect(defaultLadder.stall).toBe(600);
    expect(Ladder.parse(defaultLadder)).toEqual(defaultLadder);
  });

  it('goes on in its loop after the last step, with leaders who are rung', () => {
    expect([0, 1, 2].map((index) => rungAt(defaultLadder, index))).toEqual(defaultLadder.rungs);
    for (const index of [3, 4, 1_000]) expect(rungAt(defaultLadder, index)).toBe(defaultLadder.loop);
    expect(defaultLadder.loop.call).toEqual(expect.arrayContaining(['communityHead', 'dutyLeader']));
    expect(defaultLadder.loop.channels).toContain('voice');
  });

  it('refuses one that never calls several people, waits too short or too long, or calls nobody', () => {
    const alone = { call: ['onDuty' as const], channels: ['app' as const], wait: 60 };
    const parse = (more: object) => Ladder.safeParse({ ...defaultLadder, ...more }).success;
    expect(parse({ rungs: [alone, alone] })).toBe(false);
    expect(parse({ rungs: [alone] })).toBe(true);
    expect(parse({ rungs: [] })).toBe(false);
    expect(parse({ loop: { ...alone, wait: 19 } })).toBe(false);
    expect(parse({ loop: { ...alone, wait: 601 } })).toBe(false);
    expect(parse({ loop: { ...alone, call: [] } })).toBe(false);
    expect(parse({ stall: 119 })).toBe(false);
  });
});
