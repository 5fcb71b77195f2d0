import { Refusal } from '@wubian/shared/refusals.ts';
import { beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../server/store/connect.ts';
import { type Limits, limitsStore } from '../../server/store/limits.store.ts';
import { testClock } from '../support/clock.ts';
import { testStore } from '../support/engine.ts';

const clock = testClock('2026-05-06T01:00:30Z');
const hide = (key: string) => `h${key.length}-${key.slice(0, 4)}`;
let store: Store;
let limits: Limits;
beforeAll(async () => {
  store = await testStore();
  limits = limitsStore({ connection: store.connection, hide });
  await limits.ensureIndexes();
});

const triesOf = (all: PromiseSettledResult<void>[]) => ({
  let: all.filter(({ status }) => status === 'fulfilled').length,
  refusals: all.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : [])),
});

it('lets exactly `max` of 100 tries at once through, over two connections', async () => {
  const name = store.connection.name;
  const other = await openStore({ dataDir: 'unused', clock, mongodbUri: store.uri, dbName: name });
  const both = [limits, limitsStore({ connection: other.connection, hide })];
  const limit = { max: 7, windowSeconds: 60 };
  const tries = Array.from({ length: 100 }, (_, n) => both[n % 2]!.take('many', limit, clock()));
  const { let: through, refusals } = triesOf(await Promise.allSettled(tries));
  await other.close();
  expect(through).toBe(7);
  expect(refusals).toHaveLength(93);
  expect(refusals[0]).toMatchObject({ code: 'too_many_tries', data: { retryAfterSeconds: 30 } });
});

it('starts again with the next window, and counts each key by itself', async () => {
  const limit = { max: 1, windowSeconds: 60 };
  await limits.take('one-a', limit, clock());
  await limits.take('two-b', limit, clock());
  await expect(limits.take('one-a', limit, clock())).rejects.toThrow(Refusal);
  clock.forward(29_999);
  await expect(limits.take('one-a', limit, clock())).rejects.toMatchObject({ data: { retryAfterSeconds: 1 } });
  clock.forward(1);
  await limits.take('one-a', limit, clock());
});

it('stores no key as it was given', async () => {
  await limits.take('code:13800001234', { max: 1, windowSeconds: 60 }, clock());
  const stored = JSON.stringify(await store.connection.collection('limits').find({}).toArray());
  expect(stored).toContain(hide('code:13800001234'));
  expect(stored).not.toContain('13800001234');
});
