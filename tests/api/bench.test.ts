import { ElderFacts } from '@wubian/shared/registry/contract.ts';
import type { FieldName } from '@wubian/shared/registry/fields.ts';
import { expect, it } from 'vitest';
import { type Running, runBench } from '../../bench/bench.ts';
import type { BenchRequest } from '../../bench/load.ts';
import { keepTasks, outboxDone } from '../../bench/tasks.ts';
import { createSealing } from '../../server/companion/sealing.ts';
import type { StoredTask } from '../../server/companion/stored-task.ts';
import { createTaskStore } from '../../server/companion/task.store.ts';
import { createElderStore } from '../../server/registry/elder.store.ts';

async function answerOf(url: string, { method, path, headers }: BenchRequest): Promise<unknown> {
  const answer = await fetch(url + path, { method, ...(headers && { headers }) });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The names and kinds of everything in a reply, whatever its values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shapeOf(field)]));
}

/** Reads: the same bytes of information. Claims: of two tasks, hence of the same form. */
async function expectSameReplies({ store, ours, baseline, endpoints }: Running): Promise<void> {
  for (const { isEachOnce, isRight, ...sides } of endpoints) {
    const restore = await keepTasks(store);
    for (const n of [0, 1, 2]) {
      const mine = await answerOf(ours.url, sides.ours[n % sides.ours.length]!);
      const theirs = await answerOf(baseline.url, sides.baseline[(isEachOnce ? n + 3 : n) % sides.baseline.length]!);
      expect(isRight(mine)).toBe(true);
      if (!isEachOnce) expect(theirs).toEqual(mine);
      else {
        // How many contacts and notes an elder has is a matter of the elder.
        const plain = (reply: object) => shapeOf({ ...reply, contacts: [], elder: null, needs: [] });
        expect(plain(theirs as object)).toEqual(plain(mine as object));
      }
    }
    await outboxDone(store);
    await restore();
  }
}

/** Sealed values differ with every sealing. */
function unsealed(document: object): object {
  const { sealed, doorNote, did, noticed, history, ...plain } = document as Record<string, unknown>;
  const entries = (history as { words: string }[] | undefined)?.map(({ words, ...entry }) => ({
    ...entry,
    isSealed: words.length > 40,
  }));
  return {
    ...plain,
    sealed: shapeOf(sealed),
    doorNote: typeof doorNote,
    history: entries,
    told: [typeof did, typeof noticed],
  };
}

/** What was filled in bulk, written again by the store, is the same document. */
async function expectStoredForm({ store, cipher }: Running): Promise<void> {
  const db = store.connection.db!;
  const elders = createElderStore(store.connection, cipher);
  const elder = (await db
    .collection<{ _id: string; streetId: string; changes: [{ by: string; fields: FieldName[]; why: string }] }>(
      'elders',
    )
    .findOne({}))!;
  const { streetId } = elder;
  const file = (await elders.byId({ streetId, communityIds: null }, elder._id))!;
  await db.collection('elders').deleteOne({ _id: elder._id as never });
  const [{ by, fields, why }] = elder.changes;
  const write = { from: 0, by, fields, why, source: 'form' as const, at: file.updatedAt };
  await elders.add(streetId, elder._id, ElderFacts.parse(file.facts), write);
  expect(unsealed((await db.collection('elders').findOne({ _id: elder._id as never }))!)).toEqual(unsealed(elder));

  const collection = db.collection<StoredTask>('tasks');
  const tasks = createTaskStore(store.connection, createSealing(cipher));
  for (const status of ['asked', 'open', 'claimed', 'done', 'confirmed', 'cancelled'] as const) {
    const task = (await collection.findOne({ status }))!;
    const opened = (await tasks.byId({ streetId }, task._id))!;
    await collection.deleteOne({ _id: task._id });
    await tasks.insert(opened);
    expect(unsealed((await collection.findOne({ _id: task._id }))!)).toEqual(unsealed(task));
  }
}

it('measures the server and a baseline that answers the same, on documents as the stores write them', async () => {
  const said: string[] = [];
  const rows = await runBench({
    scale: 0.01,
    rounds: 1,
    seconds: 1,
    connections: 4,
    activeEach: 2,
    say: (line) => said.push(line),
    look: async (running) => {
      await expectStoredForm(running);
      await expectSameReplies(running);
    },
  });
  expect(rows.map(({ name }) => name)).toEqual(['list 20 open tasks', 'claim', 'read task', 'list 20 elders']);
  for (const { ours, baseline } of rows) {
    for (const side of [ours, baseline]) {
      expect(side.wrong).toBe(0);
      expect(side.perSecond).toBeGreaterThan(0);
      expect(side.serverCpuMs).toBeGreaterThanOrEqual(0);
    }
  }
  expect(said.join()).toContain('1000 elders');
}, 180_000);
