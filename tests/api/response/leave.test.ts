import { beforeAll, expect, it } from 'vitest';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const street = (await app.streets.all()).find(({ name }) => /^友谊路/.test(name))!;
const home = street.communities[0]!;
const office = (await app.someone('streetOffice', { streetId: street.id })).client;

async function worker() {
  const { client } = await app.someone('gridWorker', { streetId: street.id, communityIds: [home.id] });
  const me = await client.accounts.me();
  return { client, accountId: me.accountId, name: me.name, assignmentId: me.active!.id };
}
type Worker = Awaited<ReturnType<typeof worker>>;

/** A call that she leads. */
async function led(by: Worker): Promise<string> {
  const elderId = aRandomId();
  await office.registry.addElder({ id: elderId, facts: someFacts(home, { phone: null }) });
  const { incidentId } = await by.client.response.raise({ id: aRandomId(), elderId });
  await by.client.response.act({ incidentId, id: aRandomId(), move: 'acknowledge' });
  return incidentId;
}
const hand = (from: Worker, to: Worker | null) =>
  office.registry.handOver({
    ...{ id: aRandomId(), fromAccountId: from.accountId, toAccountId: to?.accountId ?? null, why: '离职', dry: false },
  });
const read = (incidentId: string) => office.response.incident({ incidentId });

let from: Worker;
beforeAll(async () => {
  from = await worker();
});

it('keeps who leads a call for help until somebody else leads it', async () => {
  const [to, incidentId] = [await worker(), await led(from)];
  await expect(office.accounts.endRole({ assignmentId: from.assignmentId, reason: '离职' })).rejects.toMatchObject({
    code: 'handover_needed',
    data: { incidents: 1 },
  });
  expect(await hand(from, to)).toMatchObject({ left: [], moved: [{ kind: 'incidents', count: 1 }] });
  const after = await read(incidentId);
  expect(after).toMatchObject({ status: 'acknowledged' });
  expect(after.responders.map(({ name, state }) => [name, state])).toEqual([
    [from.name, 'stoodDown'],
    [to.name, 'lead'],
  ]);
});

it('goes back to the ladder at once when nobody takes it over', async () => {
  const incidentId = await led(from);
  await hand(from, null);
  const after = await read(incidentId);
  expect(after).toMatchObject({ status: 'raised', next: { at: app.clock().toISOString() } });
  await app.drain();
  expect((await read(incidentId)).rungsCalled).toBe(1);
});
