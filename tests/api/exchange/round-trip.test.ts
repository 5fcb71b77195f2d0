import { sheetColumnKeys } from '@wubian/shared/exchange/columns.ts';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { anyFacts } from '../../factories/full-facts.ts';
import { type ExchangeTown, exchangeTown } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});

/** Files of every kind, written as the registry writes them. */
async function fill(count: number, seed: number): Promise<void> {
  const { batch } = town.registry.door;
  const hand = {
    streetId: town.street.id,
    by: town.office.accountId,
    at: town.clock(),
    why: '测试',
    cause: aRandomId(),
  };
  const communities = town.street.communities;
  const writes = Array.from({ length: count }, (_, n) => {
    const [facts] = fc.sample(anyFacts(communities[n % 2]!, n), { numRuns: 1, seed: seed + n });
    return { id: aRandomId(), from: 0, to: 1, facts: batch.checked(facts!, '2026-05-06').facts };
  });
  const done = await batch.write(hand, writes);
  expect([...done.values()].filter((outcome) => outcome !== 'written')).toEqual([]);
}

it('takes in what it has given out, in full or masked, and finds nothing changed', async () => {
  await town.elder();
  await town.db.collection('elders').deleteMany({});
  await fill(1_100, 20_260_506);
  const before = await town.print('elders');
  const full = await town.exported({ columns: [...sheetColumnKeys], reveal: { reason: 'verify', words: '' } });
  const masked = await town.exported({ columns: [...sheetColumnKeys] });
  for (const bytes of [full, masked]) {
    const batch = await town.check(bytes);
    const wrong = [
      ...(await town.rows(batch.id, { verdict: 'refused' })),
      ...(await town.rows(batch.id, { verdict: 'changed' })),
      ...(await town.rows(batch.id, { verdict: 'twin' })),
      ...(await town.rows(batch.id, { verdict: 'new' })),
      ...(await town.rows(batch.id, { verdict: 'missing' })),
    ];
    expect(wrong).toEqual([]);
    expect(batch.counts).toMatchObject({ same: 1_100, missing: 0 });
    await town.apply(batch.id);
    expect(await town.print('elders')).toBe(before);
  }
});
