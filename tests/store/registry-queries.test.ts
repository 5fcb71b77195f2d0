import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { registryDocuments, type Sample } from '../../bench/registry/elders.ts';
import { type Kind, kindsOf } from '../../bench/registry/kinds.ts';
import { placeIn, queriesOf } from '../../bench/registry/queries.ts';
import { aStreet, sizeOf } from '../../bench/street/areas.ts';
import { insertAll } from '../../bench/street/fill.ts';
import { createElderStore, rowFields } from '../../server/registry/elder.store.ts';
import { filterOf, sortOf } from '../../server/registry/elder-query.store.ts';
import { createElderSeal } from '../../server/registry/elder-seal.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { createStreetStore, createStreets } from '../../server/streets/index.ts';
import { testClock } from '../support/clock.ts';
import { testStore } from '../support/engine.ts';

/** Enough that a look through all files, or all of a community, could not hide under any bound here. */
const files = 6_000;
const limit = 21;

/** Conditions that no index holds together: looked through in the order asked, until the page is full. */
const crossed = [
  'one letter, oldest',
  'category, oldest',
  'fault stale',
  'fault and category',
  'letter and risk',
  'community: oldest',
  'community: stale',
  'community: initials',
  'community: category',
];
/** Those of one estate or of one community are counted or sorted as a whole; neither grows with the street. */
const bounded: Record<string, number> = { estate: 300, 'community: count category': files / 4 };

interface Stats {
  nReturned: number;
  totalKeysExamined: number;
  totalDocsExamined: number;
}

const clock = testClock();
const cipher = createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });
const seal = createElderSeal(cipher);
const street = aStreet({ ...sizeOf(files / 100_000), communities: 4 });
const workerOf = (communityId: string) => communityId.replaceAll('0', 'f');
let kinds: Kind[];
let examined: (filter: object) => Promise<number>;
let explain: (kind: Kind, filter: Kind['filters'][number]) => Promise<Stats[]>;

beforeAll(async () => {
  const store = await testStore();
  const streets = createStreets(createStreetStore(store.connection), clock);
  createElderStore(store.connection, cipher);
  await streets.save(street);
  const samples: Sample[] = [];
  const documents = registryDocuments({ cipher, street, at: clock(), workerOf }, files, (file) => samples.push(file));
  await insertAll({ store, cipher, clock, say: () => {} }, 'elders', files, documents);
  await store.ensureIndexes();
  kinds = kindsOf(street, samples, workerOf);
  const elders = store.connection.db!.collection<{ _id: string; streetId: string }>('elders');
  examined = async (filter) => {
    const { executionStats } = await elders.find({ streetId: street.id, ...filter }).explain('executionStats');
    return executionStats.totalDocsExamined;
  };
  // The bounds of a search by characters end in the middle of one.
  const options = { enableUtf8Validation: false };
  explain = async (kind, filter) => {
    const scope = { streetId: street.id, communityIds: kind.by === 'worker' ? [street.communities[0]!.id] : null };
    const query = await queriesOf({ streets, now: clock }, street.id)(
      kind,
      filter,
      await placeIn(elders, street.id, kind),
    );
    const narrow = filterOf(seal, scope, query);
    if (kind.shows === 'count') {
      const count = [{ $match: { $and: narrow } }, { $limit: 10_001 }, { $group: { _id: 1, n: { $sum: 1 } } }];
      const told = await elders.aggregate(count, options).explain('executionStats');
      return [told.stages[0].$cursor.executionStats];
    }
    const { sort, ranges } = sortOf(query);
    const all = ranges.map((range) =>
      elders
        .find({ $and: [...narrow, range] }, { projection: rowFields, ...options })
        .sort(sort)
        .limit(limit)
        .explain('executionStats'),
    );
    return (await Promise.all(all)).map(({ executionStats }) => executionStats);
  };
});

const seenBy = async (name: string): Promise<(Stats & { filter: object })[]> => {
  const kind = kinds.find((one) => one.name === name)!;
  const seen = [];
  for (const filter of kind.filters.slice(0, 5))
    for (const stats of await explain(kind, filter)) seen.push({ filter, ...stats });
  expect(seen.length).toBeGreaterThan(0);
  return seen;
};

const names = kindsOf(street, [], workerOf).map(({ name }) => name);
const straight = names.filter((name) => !crossed.includes(name) && !(name in bounded));

describe('what the engine looks at to answer the registry', () => {
  it.each(straight)('is what it returns: %s', async (name) => {
    for (const { filter, nReturned, totalKeysExamined, totalDocsExamined } of await seenBy(name)) {
      expect(totalDocsExamined, JSON.stringify(filter)).toBeLessThanOrEqual(nReturned);
      expect(totalKeysExamined, JSON.stringify(filter)).toBeLessThanOrEqual(2 * Math.max(nReturned, limit));
    }
  });

  it.each(crossed)('ends when the page is full: %s', async (name) => {
    for (const { filter, totalKeysExamined } of await seenBy(name))
      expect(totalKeysExamined, JSON.stringify(filter)).toBeLessThanOrEqual(files / 10);
  });

  it.each(Object.entries(bounded))('stays in the estate or the community: %s', async (name, most) => {
    for (const { filter, nReturned, totalKeysExamined, totalDocsExamined } of await seenBy(name)) {
      expect(totalKeysExamined, JSON.stringify(filter)).toBeLessThanOrEqual(most);
      expect(totalDocsExamined, JSON.stringify(filter)).toBeLessThanOrEqual(nReturned);
    }
  });

  it.each(straight.filter((name) => name.includes('count')))('reads no file only to count: %s', async (name) => {
    for (const { totalDocsExamined } of await seenBy(name)) expect(totalDocsExamined).toBe(0);
  });

  it.each([
    ['ID numbers of a sheet', { idKey: { $in: ['one', 'other'] } }],
    ['who is expected back', { statusUntil: { $gt: '', $lte: '2030-01-01' } }],
    ['whose key somebody keeps', { keyPhones: 'hers' }],
    ['whose life has effects to follow', { lifeDue: true }],
  ])('is nobody where nobody is meant: %s', async (_, filter) => {
    expect(await examined(filter)).toBe(0);
  });
});
