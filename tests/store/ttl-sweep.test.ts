import { beforeAll, expect, it } from 'vitest';
import type { Store } from '../../server/store/connect.ts';
import { sweepExpired } from '../../server/store/ttl-sweep.ts';
import { testClock } from '../support/clock.ts';
import { testStore } from '../support/engine.ts';

const clock = testClock();
const at = (seconds: number) => new Date(clock().getTime() + seconds * 1000);
let store: Store;
beforeAll(async () => {
  store = await testStore();
});
const sweep = () => sweepExpired(store.connection.db!, clock());

it('removes what has expired by the index, and nothing else', async () => {
  const sessions = store.connection.collection<{ _id: string; expiresAt?: unknown }>('sessions');
  await sessions.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await sessions.insertMany([
    { _id: 'past', expiresAt: at(-1) },
    { _id: 'now', expiresAt: at(0) },
    { _id: 'future', expiresAt: at(1) },
    { _id: 'never' },
    { _id: 'text', expiresAt: '2020-01-01' },
  ]);
  expect(await sweep()).toBe(2);
  expect((await sessions.find({}).toArray()).map(({ _id }) => _id).sort()).toEqual(['future', 'never', 'text']);
  expect(await sweep()).toBe(0);
});

it('keeps documents for the seconds that the index grants, and heeds its filter', async () => {
  const notes = store.connection.collection<{ _id: string; at: Date; done: boolean }>('notes');
  await notes.createIndex({ at: 1 }, { expireAfterSeconds: 60, partialFilterExpression: { done: true } });
  await notes.insertMany([
    { _id: 'old', at: at(-61), done: true },
    { _id: 'young', at: at(-59), done: true },
    { _id: 'open', at: at(-61), done: false },
  ]);
  expect(await sweep()).toBe(1);
  expect((await notes.find({}).toArray()).map(({ _id }) => _id).sort()).toEqual(['open', 'young']);
});

it('takes many in rounds', async () => {
  const many = store.connection.collection('many');
  await many.createIndex({ at: 1 }, { expireAfterSeconds: 0 });
  await many.insertMany(Array.from({ length: 2_500 }, () => ({ at: at(-5) })));
  expect(await sweep()).toBe(2_500);
  expect(await many.countDocuments({})).toBe(0);
});
