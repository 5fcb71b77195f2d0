import { expect, it } from 'vitest';
import { createLog } from '../../../../server/log.ts';
import { createRollCalls } from '../../../../server/response/rollcall/index.ts';
import { rollCallTown } from './town.ts';

const town = await rollCallTown();
const { app, office, at, id, start, rows, later } = town;
const elderCount = 300;

/** Files straight into the store, copies of one that came by the front door. */
async function manyElders(count: number): Promise<string[]> {
  const [model] = await town.elders(1);
  const files = app.store.connection.db!.collection<{ _id: string }>('elders');
  const file = (await files.findOne({ _id: model! }))!;
  await files.deleteOne({ _id: model! });
  const ids = Array.from({ length: count }, () => id()).sort();
  // Sealed fields are bound to their file: sealed anew for each.
  const { sealed } = file as unknown as { sealed: Record<string, string | null> };
  const place = (field: string, elderId: string) => ({ collection: 'elders', field, id: elderId });
  const resealed = (elderId: string) =>
    Object.fromEntries(
      Object.entries(sealed).map(([field, text]) => [
        field,
        text && app.cipher.seal(app.cipher.open(text, place(field, model!)), place(field, elderId)),
      ]),
    );
  const { idKey: _, ...rest } = file as Record<string, unknown>;
  await files.insertMany(
    ids.map((_id, i) => ({
      ...rest,
      _id,
      name: `老人${i}`,
      estateId: town.community.estates[i % 2]!.id,
      sealed: resealed(_id),
    })) as never,
  );
  return ids;
}

it('reaches or names every elder within the limit while half of the people are silent, and asks nobody twice', async () => {
  const ids = await manyElders(elderCount);
  const people = await Promise.all(Array.from({ length: 24 }, () => app.someone('neighbour', at)));
  const volunteers = await Promise.all(Array.from({ length: 10 }, () => app.someone('volunteer', at)));
  for (const [i, who] of volunteers.entries()) {
    const own = ids.filter((_, n) => n % 60 === i);
    await town.worker.client.companion.setVolunteer({
      accountId: await town.me(who),
      qualifications: [],
      ownElderIds: own,
    });
  }
  const callers = [...people, ...volunteers];
  // As several processes would have it. What the other rooms make of many like files and alarms is their own story.
  const jobs = app.response.workers.slice(0, 2).flatMap((job) => Array.from({ length: 6 }, () => job));
  const rollCallId = await start({ perPerson: 20 }, jobs);
  const spoken = callers.filter((_, i) => i % 2);
  const answerAll = async (who: (typeof callers)[number]) => {
    for (const list of (await who.client.response.myRollCalls()).items)
      for (const row of list.rows)
        if (row.can.safe) await who.client.response.answerRollCall({ rowId: row.id, id: id(), answer: 'safe' });
  };
  for (let step = 0; step < 3; step++) {
    await Promise.all(spoken.map(answerAll));
    await later(30, jobs);
  }
  const stored = await app.store.connection.db!.collection('rollCallRows').find({ rollCallId }).toArray();
  expect(stored).toHaveLength(elderCount);
  for (const { state, history, callers: asked, calledIds, incidentId } of stored) {
    expect(['safe', 'notReached']).toContain(state);
    expect(new Set(calledIds).size).toBe(calledIds.length);
    expect(new Set(asked.map((one: { accountId: string }) => one.accountId)).size).toBe(asked.length);
    expect(incidentId !== null).toBe(state === 'notReached');
    expect(history.filter(({ kind }: { kind: string }) => kind === 'alarm').length).toBe(
      state === 'notReached' ? 1 : 0,
    );
  }
  const safe = stored.filter(({ state }) => state === 'safe').length;
  expect(safe).toBeGreaterThanOrEqual(elderCount / 3);
  expect(safe).toBeLessThan(elderCount);
  const sent = await town.messages(rollCallId);
  expect(new Set(sent.map(({ cause, accountId }) => `${cause}:${accountId}`)).size).toBe(sent.length);
  // One message at the beginning, and at most one more for each time of asking, however many rows come.
  for (const who of callers) {
    const accountId = await town.me(who);
    expect(sent.filter((one) => one.accountId === accountId).length).toBeLessThanOrEqual(3);
  }
  const report = await office.client.response.rollCallReport({ rollCallId });
  expect(report.head.counts).toMatchObject({ all: elderCount, safe, notReached: elderCount - safe });
  expect(report.incidents).toBe(elderCount - safe);
  expect(report.p95).toBeLessThanOrEqual(90);
  await office.client.response.closeRollCall({ rollCallId, reason: '天晴了' });
  expect(town.errors()).toEqual([]);
}, 60_000);

it('goes on where a writer died, in another process, and writes no row twice', async () => {
  const choice = { communityIds: [town.community.id] };
  const order = { id: id(), reason: 'cold' as const, minutes: 30, perPerson: 20, choice };
  await office.client.response.startRollCall(order);
  const calls = app.store.connection.db!.collection<{ _id: string; phase: string }>('rollCalls');
  const [writer] = app.response.workers;
  /** The writer as another process has it, which dies when it first tells somebody. */
  const dying = createRollCalls({
    ...{
      db: app.store.connection,
      log: createLog('fatal'),
      clock: app.clock,
      streets: app.streets,
      live: app.live.door,
    },
    ...{ registry: app.registry.door, accounts: app.accounts.door, companion: app.companion.door },
    ...{ roster: app.response.roster, incidents: app.response.door },
    notices: { ...app.notices.door, send: () => Promise.reject(new Error('killed')) },
  }).workers[0]!;
  await expect(dying.drain()).rejects.toThrow('killed');
  expect((await calls.findOne({ _id: order.id }))!.phase).toBe('telling');
  await writer!.drain();
  expect((await calls.findOne({ _id: order.id }))!.phase).toBe('telling');
  app.clock.forward(31_000);
  await writer!.drain();
  expect((await calls.findOne({ _id: order.id }))!.phase).toBe('running');
  const stored = await app.store.connection.db!.collection('rollCallRows').find({ rollCallId: order.id }).toArray();
  expect(stored).toHaveLength(elderCount);
  expect(stored.every(({ planned, callers }) => planned && callers.length > 0)).toBe(true);
  expect((await rows(order.id)).items.length).toBe(50);
});
