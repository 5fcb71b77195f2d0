import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { isSigned, macOf } from '../../../server/audit/chain.ts';
import type { Entry, Head, Tail } from '../../../server/audit/entry.ts';
import { type Fault, verifyChain } from '../../../server/audit/verify-chain.ts';
import { newId } from '../../../server/store/ids.ts';
import { auditRoom, sharedCipher, workerOf } from '../../support/audit-room.ts';
import { testClock } from '../../support/clock.ts';
import { testStore } from '../../support/engine.ts';

/** Whoever has the database and not the key: whatever she does to a chain is found, and where. */
const clock = testClock();
const cipher = sharedCipher();
const mac = macOf(cipher);
const store = await testStore();
const streetId = newId(clock());
const LENGTH = 12;
let chain: Entry[];
let head: Head;
/** The head as it lay when the chain had so many entries. */
const heads: Head[] = [];

beforeAll(async () => {
  const room = await auditRoom(store, clock, cipher);
  for (let n = 0; n < LENGTH; n++) {
    const reason = n % 2 ? '家里来人' : '';
    const input = { taskId: newId(clock()), elderId: newId(clock()), reason };
    const about = { what: '联系电话', reveal: n % 3 === 0 };
    await room.call(workerOf(streetId, clock), { input, about, outcome: n % 4 ? 'done' : 'task_moved_on' });
    clock.forward(1_000);
    await room.drain();
    heads.push((await store.connection.collection<Head>('auditHeads').findOne({ _id: streetId }))!);
  }
  chain = await store.connection.collection<Entry>('audit').find({ streetId }).sort({ _id: 1 }).toArray();
  head = heads.at(-1)!;
});

async function faultOf(entries: Entry[], by: Head | null = head, seen: Tail[] = []): Promise<Fault | null> {
  // As the database would give them out.
  const stored = entries.toSorted((a, b) => (a._id < b._id ? -1 : 1));
  async function* walk() {
    yield* stored;
  }
  return (await verifyChain({ streetId, entries: walk(), head: by, seen }, mac)).fault;
}
const copy = () => structuredClone(chain);
const place = fc.nat({ max: LENGTH - 1 });
const runs = { numRuns: 300 };

/** Another value of the same kind, or one of another kind. */
function changed(value: unknown, how: number): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1 + how);
  if (typeof value === 'number') return value + 1 + how;
  if (typeof value === 'string') return how % 2 ? `${value}x` : value === '' ? 'x' : value.slice(1);
  if (value === null) return '';
  if (Array.isArray(value)) return how % 2 ? [...value, 'x'] : { ...value };
  return { ...(value as object), x: how };
}

it('finds nothing in a chain that nobody touched', async () => {
  expect(chain).toHaveLength(LENGTH);
  expect(await faultOf(copy())).toBeNull();
  expect(heads.every((one) => isSigned(one, mac))).toBe(true);
});

it('finds any change of any field', async () => {
  const fields = Object.keys(chain[0]!) as (keyof Entry)[];
  expect(fields.length).toBeGreaterThan(15);
  const tries = fc.asyncProperty(place, fc.constantFrom(...fields), fc.nat(9), async (at, field, how) => {
    const entries = copy();
    Object.assign(entries[at]!, { [field]: changed(entries[at]![field], how) });
    const fault = await faultOf(entries);
    // An entry under another id is missing from its place, and stands in the way wherever it sorts to.
    if (field === '_id') expect(fault!.seq).toBeLessThanOrEqual(at + 1);
    else expect(fault).toMatchObject({ seq: at + 1 });
  });
  await fc.assert(tries, runs);
});

it('finds a field put in and a field taken out', async () => {
  const fields = Object.keys(chain[0]!) as (keyof Entry)[];
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom('note', ...fields), async (at, field) => {
      const entries = copy();
      const one = entries[at]! as unknown as Record<string, unknown>;
      if (field === 'note') one.note = '';
      else if (field !== '_id') delete one[field];
      else return;
      expect(await faultOf(entries)).toMatchObject({ seq: at + 1 });
    }),
    runs,
  );
});

it('finds any removed entry, and any run of them', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: LENGTH }), async (at, count) => {
      const entries = copy();
      entries.splice(at, count);
      expect(await faultOf(entries)).toMatchObject({ seq: at + 1 });
    }),
    runs,
  );
});

it('finds entries that have changed places, whether their numbers went with them or not', async () => {
  await fc.assert(
    fc.asyncProperty(place, place, fc.boolean(), fc.boolean(), async (a, b, withSeq, withPrev) => {
      fc.pre(a !== b);
      const entries = copy();
      const [x, y] = [entries[a]!, entries[b]!];
      [x._id, y._id] = [y._id, x._id];
      if (withSeq) [x.seq, y.seq] = [y.seq, x.seq];
      if (withPrev) [x.prev, y.prev] = [y.prev, x.prev];
      expect(await faultOf(entries)).toMatchObject({ seq: Math.min(a, b) + 1 });
    }),
    runs,
  );
});

it('finds a chain whose numbers were closed up after a removal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: LENGTH - 2 }), async (at) => {
      const entries = copy();
      const places = entries.map(({ _id, seq, prev }) => ({ _id, seq, prev }));
      entries.splice(at, 1);
      for (const [n, entry] of entries.entries()) Object.assign(entry, places[n]);
      expect(await faultOf(entries)).toMatchObject({ seq: at + 1 });
    }),
    runs,
  );
});

it('finds an entry of another street in this one’s chain', async () => {
  const elsewhere = newId(clock());
  const room = await auditRoom(store, clock, cipher);
  await room.call(workerOf(elsewhere, clock));
  await room.drain();
  const foreign = (await store.connection.collection<Entry>('audit').findOne({ streetId: elsewhere }))!;
  const entries = copy();
  entries[0] = { ...foreign, _id: entries[0]!._id };
  expect(await faultOf(entries)).toMatchObject({ seq: 1 });
});

it('finds an end that was cut off, by the head', async () => {
  await fc.assert(
    fc.asyncProperty(place, async (left) => {
      expect(await faultOf(copy().slice(0, left))).toMatchObject({ seq: left + 1 });
    }),
    runs,
  );
});

it('finds a head that was removed, changed, or signed for another street', async () => {
  expect(await faultOf(copy(), null)).toMatchObject({ seq: LENGTH });
  for (const wrong of [{ seq: 3 }, { hash: chain[0]!.hash }, { mac: `${head.mac}x` }, { seq: 0, hash: '' }]) {
    expect(await faultOf(copy(), { ...head, ...wrong })).not.toBeNull();
  }
  const cut = copy().slice(0, 5);
  const { seq, hash } = cut.at(-1)!;
  expect(await faultOf(cut, { ...head, seq, hash })).not.toBeNull();
  expect(isSigned({ ...head, streetId: newId(clock()) }, mac)).toBe(false);
});

it('finds everything taken back together with its head, by an end that was printed before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: LENGTH - 1 }), fc.nat(), async (left, n) => {
      const back = copy().slice(0, left);
      const old = heads[left - 1]!;
      expect(await faultOf(back, old)).toBeNull();
      const { seq, hash } = chain[left + (n % (LENGTH - left))]!;
      expect(await faultOf(back, old, [{ seq, hash }])).toMatchObject({ seq: left + 1 });
    }),
    runs,
  );
  // The whole chain gone, as if the street had never acted.
  expect(await faultOf([], null, [{ seq: LENGTH, hash: head.hash }])).toMatchObject({ seq: 1 });
  // Another chain grown over the old one, by someone with the key.
  expect(await faultOf(copy(), head, [{ seq: 3, hash: chain[3]!.hash }])).toMatchObject({ seq: 3 });
  expect(await faultOf(copy(), head, chain)).toBeNull();
});

it('takes a chain that has grown beyond its head for whole: the signature of each entry holds it', async () => {
  for (const behind of heads) expect(await faultOf(copy(), behind)).toBeNull();
});
