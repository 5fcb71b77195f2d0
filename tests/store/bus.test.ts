import { expect, it } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { type BusMessage, createBus } from '../../server/store/bus.ts';
import { openStore } from '../../server/store/connect.ts';
import { testStore } from '../support/engine.ts';
import { until } from '../support/until.ts';

const store = await testStore();
const dbName = store.connection.db!.databaseName;
const hints = store.connection.db!.collection('liveHints');

/** A listener that writes down what it hears. */
function ear() {
  const ids: string[] = [];
  const said = { missed: 0, deaf: 0 };
  return {
    ids,
    said,
    hear: {
      heard: ({ id }: BusMessage) => void ids.push(id),
      missed: () => void said.missed++,
      deaf: () => void said.deaf++,
    },
  };
}
const message = (n: number | string): BusMessage => ({ topics: ['account:a'], kind: 'notice', id: String(n) });
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => String(from + n));
const bus = () => createBus(store.connection, systemClock);

it('carries every message to every other process once and in order, from the moment it listens', async () => {
  const [one, two, three] = [bus(), bus(), bus()];
  await one.send(message('before'));
  const [a, b, own] = [ear(), ear(), ear()];
  const tails = [two.listen(a.hear), three.listen(b.hear), one.listen(own.hear)];
  await Promise.all(tails.map(({ ready }) => ready));
  for (const n of numbers(0, 200)) await one.send(message(n));
  await until('both have heard all', () => a.ids.length >= 200 && b.ids.length >= 200);
  expect(a.ids).toEqual(numbers(0, 200));
  expect(b.ids).toEqual(numbers(0, 200));
  await two.send(message('from two'));
  await until('the first hears the second', () => own.ids.length > 0);
  expect(own.ids).toEqual(['from two']);
  expect(a.ids).toHaveLength(200);
  for (const one of tails) await one.stop();
  await one.send(message('after'));
  expect([a.said, b.said, own.said]).toEqual(Array(3).fill({ missed: 0, deaf: 0 }));
});

it('loses and doubles nothing when senders write at once', async () => {
  const reader = bus();
  const { ids, hear, said } = ear();
  const tail = reader.listen(hear);
  await tail.ready;
  const senders = [bus(), bus(), bus(), bus()];
  await Promise.all(senders.flatMap((one, s) => numbers(0, 100).map((n) => one.send(message(`${s}-${n}`)))));
  await until('all are heard', () => ids.length >= 400);
  expect(new Set(ids).size).toBe(400);
  expect(ids).toHaveLength(400);
  expect(said).toEqual({ missed: 0, deaf: 0 });
  await tail.stop();
});

it('finds its place again when its cursor is lost, and says so when that place is overwritten', async () => {
  const sender = bus();
  const { ids, hear, said } = ear();
  // A connection of its own, cut while messages are written through the other.
  const own = await openStore({ dataDir: '', clock: systemClock, mongodbUri: store.uri, dbName });
  const tail = createBus(own.connection, systemClock).listen(hear);
  await tail.ready;
  for (const n of numbers(0, 300)) {
    await sender.send(message(n));
    if (Number(n) % 50 === 0) await loseCursor();
  }
  await until(
    'all are heard',
    () => ids.length >= 300,
    () => ids.length,
  );
  expect(ids).toEqual(numbers(0, 300));
  expect(said).toEqual({ missed: 0, deaf: 0 });

  // The place is gone with all that lay before and after it.
  await hints.drop();
  await bus().ensure();
  await until(
    'it says that something was missed',
    () => said.missed > 0,
    () => JSON.stringify([said, ids.length]),
  );
  await sender.send(message('last'));
  await until('it hears again', () => ids.at(-1) === 'last');
  await tail.stop();
  await own.close();
});

it('keeps no more than its room', async () => {
  await bus().ensure();
  const many = Array.from({ length: 12_000 }, (_, n) => ({ _id: `flood-${n}`, from: 'x', ...message(`f${n}`) }));
  await hints.insertMany(many as never[]);
  expect(await hints.countDocuments()).toBeLessThan(12_000);
});

it('says that it is deaf while the database is gone, and stops when told', async () => {
  const own = await openStore({ dataDir: '', clock: systemClock, mongodbUri: store.uri, dbName });
  const { hear, said } = ear();
  const tail = createBus(own.connection, systemClock).listen(hear);
  await tail.ready;
  await own.close();
  await until('it is deaf', () => said.deaf === 1);
  await tail.stop();
});

/** Kills the open cursor of the reader inside the server, as a restart does. */
async function loseCursor(): Promise<void> {
  const db = store.connection.db!;
  const admin = store.connection.getClient().db('admin');
  const open = async () => {
    const running = await admin.aggregate([{ $currentOp: { idleCursors: true, allUsers: true } }]).toArray();
    return running.flatMap(({ ns, cursor }) => (ns === `${dbName}.liveHints` && cursor ? [cursor] : []));
  };
  await until('the reader has a cursor', async () => (await open()).length > 0);
  const [cursor] = await open();
  if (!cursor) return loseCursor();
  // With the time limit of other operations it would end by itself every few seconds.
  expect(cursor.originatingCommand).not.toHaveProperty('maxTimeMS');
  await db.command({ killCursors: 'liveHints', cursors: [cursor.cursorId], maxTimeMS: 5_000 });
}
