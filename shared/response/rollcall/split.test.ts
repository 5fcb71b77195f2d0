import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Listed, split } from './split.ts';

const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

/** Elders e0…, people p0…; any person may be an option of any tier, the same one in several. */
const towns = fc
  .record({ elders: fc.integer({ min: 0, max: 14 }), people: fc.integer({ min: 1, max: 6 }) })
  .chain(({ elders, people }) => {
    const option = fc.record({
      personId: fc.constantFrom(...ids('p', people)),
      metres: fc.integer({ min: 0, max: 900 }),
    });
    const tiers = fc.array(fc.array(option, { maxLength: 4 }), { minLength: 3, maxLength: 3 });
    return fc.record({
      listed: fc.tuple(...ids('e', elders).map((id) => tiers.map((options): Listed => ({ id, options })))),
      cap: fc.integer({ min: 1, max: 5 }),
    });
  });

/** The most elders that one tier alone could have, by trying every chain (Kuhn), person by person. */
function mostInTier(listed: readonly Listed[], tier: number, cap: number): number {
  const held = new Map<string, string[]>();
  const place = (one: Listed, tried: Set<string>): boolean => {
    for (const { personId } of one.options[tier] ?? []) {
      if (tried.has(personId)) continue;
      tried.add(personId);
      const hers = held.get(personId) ?? [];
      if (hers.length < cap) {
        held.set(personId, [...hers, one.id]);
        return true;
      }
      for (const id of hers) {
        if (!place(listed.find((other) => other.id === id)!, tried)) continue;
        held.set(personId, [...held.get(personId)!.filter((other) => other !== id), one.id]);
        return true;
      }
    }
    return false;
  };
  return listed.filter((one) => place(one, new Set())).length;
}

describe('split', () => {
  it('names every elder once: with people of hers, each once, tiers upwards, or as uncovered', () => {
    fc.assert(
      fc.property(towns, ({ listed, cap }) => {
        const { calls, uncovered } = split(listed, { cap });
        expect([...calls.keys()].sort()).toEqual(listed.map(({ id }) => id).sort());
        for (const { id, options } of listed) {
          const hers = calls.get(id)!;
          expect(hers.length === 0).toBe(uncovered.includes(id));
          expect(new Set(hers.map(({ personId }) => personId)).size).toBe(hers.length);
          expect(hers.map(({ tier }) => tier)).toEqual([...new Set(hers.map(({ tier }) => tier))].sort());
          for (const { tier, personId } of hers)
            expect(options[tier]!.some((one) => one.personId === personId)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives nobody more first calls than the cap, and covers as many in the first tier as anybody could', () => {
    fc.assert(
      fc.property(towns, ({ listed, cap }) => {
        const { calls } = split(listed, { cap });
        const load = new Map<string, number>();
        for (const [first] of calls.values()) if (first) load.set(first.personId, (load.get(first.personId) ?? 0) + 1);
        for (const n of load.values()) expect(n).toBeLessThanOrEqual(cap);
        const inFirst = [...calls.values()].filter(([first]) => first?.tier === 0).length;
        expect(inFirst).toBe(mostInTier(listed, 0, cap));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nobody uncovered who has somebody with room', () => {
    fc.assert(
      fc.property(towns, ({ listed, cap }) => {
        const { calls, uncovered } = split(listed, { cap });
        const load = new Map<string, number>();
        for (const [first] of calls.values()) if (first) load.set(first.personId, (load.get(first.personId) ?? 0) + 1);
        for (const id of uncovered)
          for (const option of listed.find((one) => one.id === id)!.options.flat())
            expect(load.get(option.personId)).toBe(cap);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of elders and options', () => {
    fc.assert(
      fc.property(towns, ({ listed, cap }) => {
        const turned = listed.toReversed().map(({ id, options }) => ({
          id,
          options: options.map((tier) => tier.toReversed()),
        }));
        const plain = ({ calls, uncovered }: ReturnType<typeof split>) => ({ calls: [...calls].sort(), uncovered });
        expect(plain(split(turned, { cap }))).toEqual(plain(split(listed, { cap })));
      }),
    );
  });

  it('keeps loads even among those who live next door, and prefers the nearer while they are', () => {
    const options = [ids('p', 5).map((personId, i) => ({ personId, metres: i * 100 }))];
    const { calls } = split(
      ids('e', 20).map((id) => ({ id, options })),
      { cap: 10 },
    );
    const load = new Map<string, number>();
    for (const [first] of calls.values()) load.set(first!.personId, (load.get(first!.personId) ?? 0) + 1);
    expect([...load.values()]).toEqual([4, 4, 4, 4, 4]);
    const two = [
      [
        { personId: 'far', metres: 500 },
        { personId: 'near', metres: 20 },
      ],
    ];
    expect(split([{ id: 'e', options: two }], { cap: 10 }).calls.get('e')).toEqual([{ tier: 0, personId: 'near' }]);
  });

  it('splits 5,000 elders over 300 callers: every one has somebody, nobody too many, nobody twice for the same elder', () => {
    const cap = 20;
    const people = ids('p', 300);
    const listed = ids('e', 5_000).map((id, i): Listed => {
      const at = (k: number) => ({ personId: people[(i * 7 + k * 31) % 240]!, metres: (i * 13 + k * 97) % 700 });
      const staff = [0, 1, 2].map((k) => ({ personId: people[240 + ((i + k) % 60)]!, metres: k * 100 }));
      return { id, options: [[at(0), at(1), at(2)], [at(2), at(3)], staff] };
    });
    const { calls, uncovered } = split(listed, { cap });
    expect(uncovered).toEqual([]);
    const load = new Map<string, number>();
    for (const hers of calls.values()) {
      expect(hers).toHaveLength(new Set(hers.map(({ personId }) => personId)).size);
      load.set(hers[0]!.personId, (load.get(hers[0]!.personId) ?? 0) + 1);
    }
    expect(Math.max(...load.values())).toBeLessThanOrEqual(cap);
    // Half of the people say nothing: each elder of theirs has somebody of a later tier behind them, or is named.
    const silent = new Set(people.filter((_, i) => ((i * 2_654_435_761) >>> 7) % 2));
    expect(silent.size).toBeGreaterThan(130);
    const fate = [...calls].map(([, hers]) => hers.findIndex(({ personId }) => !silent.has(personId)));
    expect(fate).toHaveLength(5_000);
    expect(fate.filter((step) => step >= 0).length).toBeGreaterThan(3_500);
    for (const step of fate) expect(step).toBeLessThan(3);
  });
});
