import { randomBytes } from 'node:crypto';
import { BSON } from 'mongodb';
import { expect, it } from 'vitest';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { createRotation, type Turned } from '../../server/store/rotate.ts';
import type { SealedPlaces } from '../../server/store/sealed-places.ts';
import { testStore } from '../support/engine.ts';

const store = await testStore();
const db = store.connection.db!;
const [one, two] = [
  { id: 1, key: randomBytes(32) },
  { id: 2, key: randomBytes(32) },
];
const indexKey = randomBytes(32);
const old = createFieldCipher({ keys: [one], indexKey });
const both = createFieldCipher({ keys: [two, one], indexKey });
const fresh = createFieldCipher({ keys: [two], indexKey });

const inThings: SealedPlaces = {
  collection: 'things',
  paths: [
    { path: 'plain', field: 'plain' },
    { path: 'list[].words', field: ({ n }) => `list.${n}` },
  ],
};
const kept: SealedPlaces = {
  collection: 'kept',
  paths: [
    { path: 'raw', field: null, holds: inThings },
    { path: 'before.it', field: 'before.it', holds: inThings },
  ],
};
const thing = (id: string) => ({
  _id: id,
  n: new BSON.Int32(7),
  plain: old.seal('外面', { collection: 'things', field: 'plain', id }),
  list: [
    { n: 1, words: '' },
    { n: 2, words: old.seal('里面', { collection: 'things', field: 'list.2', id }) },
  ],
});

async function rotate(places: readonly SealedPlaces[]): Promise<Turned[]> {
  const told = new Map<string, Turned>();
  for await (const turned of createRotation(store.connection, both).run(places)) told.set(turned.collection, turned);
  return [...told.values()];
}

it('turns envelopes in lists, in bytes, and in documents that others keep, and changes nothing else of them', async () => {
  const bytes = Buffer.from(BSON.serialize(thing('a')));
  const sealed = old.sealBytes(bytes, { collection: 'kept', field: 'before.it', id: 'k' });
  await db.collection<{ _id: string }>('kept').insertOne({ _id: 'k', raw: bytes, before: { it: sealed } } as never);
  expect(await rotate([kept])).toEqual([{ collection: 'kept', seen: 1, turned: 1 }]);
  const found = (await db.collection('kept').findOne({}))!;
  const opened = fresh.openBytes(found.before.it.buffer, { collection: 'kept', field: 'before.it', id: 'k' });
  for (const inner of [found.raw.buffer, opened]) {
    const document = BSON.deserialize(inner, { promoteValues: false });
    expect(document.n).toEqual(new BSON.Int32(7));
    expect(fresh.open(document.list[1].words, { collection: 'things', field: 'list.2', id: 'a' })).toBe('里面');
    expect(document.list[0].words).toBe('');
  }
  expect(await rotate([kept])).toEqual([{ collection: 'kept', seen: 1, turned: 0 }]);
});

it('loses no write that comes between its reading and its writing', async () => {
  const things = db.collection<{ _id: string }>('things');
  const place = (id: string) => ({ collection: 'things', field: 'plain', id });
  const ids = Array.from({ length: 300 }, (_, n) => `t${String(n).padStart(4, '0')}`);
  await things.insertMany(ids.map(thing) as never);
  // Another process that still seals with the old key writes all the while.
  const written = new Map<string, string>();
  let isOver = false;
  const writing = (async () => {
    for (let n = 0; !isOver; n++) {
      const id = ids[(n * 37) % ids.length]!;
      await things.updateOne({ _id: id }, { $set: { plain: old.seal(`第 ${n} 次`, place(id)) } });
      written.set(id, `第 ${n} 次`);
    }
  })();
  await rotate([inThings]);
  isOver = true;
  await writing;
  await rotate([inThings]);
  for await (const { _id, plain } of things.find({}) as unknown as AsyncIterable<{ _id: string; plain: string }>) {
    expect(fresh.open(plain, place(_id))).toBe(written.get(_id) ?? '外面');
  }
  expect(written.size).toBeGreaterThan(0);
});

it('keeps what is sealed for good: its key is no numbered one and never stale', () => {
  const place = { collection: 'audit', field: 'reason', id: 'x' };
  const envelope = old.sealLasting('原因', place);
  expect(fresh.open(envelope, place)).toBe('原因');
  const other = createFieldCipher({ keys: [two], indexKey: randomBytes(32) });
  expect(() => other.open(envelope, place)).toThrow('does not open');
});
