import { dayOf } from '@wubian/shared/time.ts';
import { expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp('2026-05-06T09:00:00+08:00');
const month = '2026-05';
const elders = (await (await app.persona('何静')).client.registry.listElders({ limit: 50 })).items.filter(
  (one) => one.status === 'present',
);
const office = async () => (await app.persona('何静')).client.response;
const id = () => newId(app.clock());
const asked = async () => (await office()).incidentStatistics({ month });

/** A call that is taken, reached and ended after so many seconds each. */
async function aCall(elderId: string, [taken, arrived]: [number, number], end: object): Promise<string> {
  const desk = await office();
  const { incidentId } = await desk.raise({ id: id(), elderId });
  const does = (move: string, more: object = {}) => desk.act({ incidentId, id: id(), move, ...more } as never);
  app.clock.forward(taken * 1_000);
  await does('acknowledge');
  app.clock.forward((arrived - taken) * 1_000);
  await does('arrive');
  await does('move' in end ? String(end.move) : 'handle', { proof: 'saw', proofBy: '刘芳', ...end });
  return incidentId;
}

it('counts what the histories of a month say', async () => {
  const communities = new Set(elders.map(({ communityId }) => communityId));
  const [one, two] = [...communities].map((wanted) => elders.find(({ communityId }) => communityId === wanted)!);
  const first = await aCall(one!.id, [30, 300], { outcome: 'helped' });
  await aCall(one!.id, [60, 600], { outcome: 'helped' });
  await aCall(two!.id, [90, 500], { move: 'falseAlarm', cause: 'pressed' });
  const desk = await office();
  await desk.startDrill({ id: id(), elderId: two!.id });
  const { total, communities: parts, settled, settledFrom } = await asked();
  expect([settled, dayOf(Date.parse(settledFrom))]).toEqual([false, '2026-06-10']);
  expect(total).toMatchObject({
    ...{ calls: 3, drills: 1, open: 0, falseAlarms: 1, handedOver: 0, noAnswer: 0, untaken: 0 },
    acknowledged: { count: 3, p50: 60, p95: 90 },
    arrived: { count: 3, p50: 500, p95: 600 },
    takenBy: [{ label: '街道', count: 3 }],
    falseCauses: [{ label: '误按', count: 1 }],
    report: { due: 0, inTime: 0 },
  });
  const of = (communityId: string) => parts.find((part) => part.communityId === communityId)!.figures;
  expect([of(one!.communityId).calls, of(two!.communityId).calls]).toEqual([2, 1]);
  expect(of(two!.communityId).drills).toBe(1);
  app.clock.forward(3 * 3_600_000);
  const later = await office();
  await later.act({ incidentId: first, id: id(), move: 'follow', words: '老人很好' } as never);
  await later.act({ incidentId: first, id: id(), move: 'review', words: '及时' } as never);
  app.clock.forward(3 * 86_400_000);
  expect((await asked()).total).toMatchObject({ report: { due: 2, inTime: 1 }, follow: { due: 2, inTime: 1 } });
});

it('answers the same for a settled month whenever it is asked, whatever happened since', async () => {
  app.clock.forward(Date.parse('2026-06-10T00:00:01+08:00') - app.clock().getTime());
  const before = await asked();
  expect(before.settled).toBe(true);
  const stored = await app.store.connection.collection('incidents').findOne({ drill: false, status: 'handled' });
  const incidentId = String(stored!._id);
  const desk = await office();
  await desk.act({ incidentId, id: id(), move: 'reopen', words: '家属又打来电话' } as never);
  expect(await asked()).toEqual(before);
  const street = await app.streets.street(String(stored!.streetId));
  for (const keeper of app.response.keepers) await keeper.erase(street.id, String(stored!.elderId));
  app.clock.forward(40 * 86_400_000);
  expect(await asked()).toEqual(before);
});

it('shows a community head her own communities, and a worker nothing', async () => {
  const { client } = await app.persona('孙建国');
  const mine = (await client.registry.areas({})).communities.map((one) => one.id).sort();
  const { communities } = await client.response.incidentStatistics({ month });
  expect(communities.map(({ communityId }) => communityId).sort()).toEqual(mine);
  const worker = await app.persona('刘芳');
  const refused = worker.client.response.incidentStatistics({ month });
  await expect(refused).rejects.toMatchObject({ code: 'not_allowed' });
  await expect((await office()).incidentStatistics({ month: '2026-13' })).rejects.toMatchObject({ code: 'bad_input' });
});
