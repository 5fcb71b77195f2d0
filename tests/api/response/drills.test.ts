import { defaultLadder, type Ladder } from '@wubian/shared/response/ladder.ts';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const elder = await app.persona('王秀兰');
const elderId = (await elder.client.registry.myElders()).items[0]!.id;
let worker = await app.persona('刘芳');
let head = await app.persona('孙建国');
beforeEach(async () => {
  worker = await app.persona('刘芳');
  head = await app.persona('孙建国');
});

const id = () => newId(app.clock());
const wait = async (seconds: number) => {
  app.clock.forward(seconds * 1_000);
  await app.drain();
};
const does = (who: typeof worker, incidentId: string, move: string, more: object = {}) =>
  who.client.response.act({ incidentId, id: id(), move, ...more } as never);
const replay = (incidentId: string, ladder: Ladder = defaultLadder) =>
  head.client.response.replayIncident({ incidentId, ladder });
const drill = async () => (await head.client.response.startDrill({ id: id(), elderId, words: '季度演练' })).incidentId;
const plain = (steps: { second: number; step: string; people: string[] }[]) =>
  steps.map(({ second, step, people }) => ({ second, step, people: people.toSorted() }));

it('keeps of a drill how soon somebody answered and came, and who did not', async () => {
  const incidentId = await drill();
  await app.drain();
  await wait(60);
  await wait(15);
  await does(worker, incidentId, 'acknowledge');
  await wait(300);
  await does(worker, incidentId, 'arrive');
  const running = (await head.client.response.drills({})).items[0]!;
  expect(running).toMatchObject({ id: incidentId, open: true, endedAt: null, rungsCalled: 2, words: '季度演练' });
  await does(head, incidentId, 'endDrill');
  await app.drain();
  const [result] = (await head.client.response.drills({ limit: 1 })).items;
  expect(result).toMatchObject({
    ...{ open: false, statusLabel: '演练结束', elderName: '王秀兰', startedBy: '孙建国' },
    ...{ answeredAfter: 75, answeredBy: '网格员 刘芳', arrivedAfter: 375, endedAt: app.clock().toISOString() },
  });
  // The family was told, and need not answer.
  expect(result!.silent.map(({ name }) => name)).not.toContain('周敏');
  expect(result!.called).toBeGreaterThan(result!.silent.length);
  expect(result!.silent.length).toBeGreaterThan(0);
  expect(result!.silent.map(({ name }) => name)).not.toContain('刘芳');
  // Drills do not stand among the calls.
  expect((await head.client.response.toFollow()).items).toEqual([]);
});

it('shows drills of her own communities only, page by page', async () => {
  const streetId = (await head.client.accounts.me()).active!.streetId;
  const street = await app.streets.street(streetId);
  const mine = (await head.client.registry.areas({})).communities.map((one) => one.id);
  const elsewhere = street.communities.find((one) => !mine.includes(one.id))!;
  const { client } = await app.someone('communityHead', { streetId, communityIds: [elsewhere.id] });
  expect((await client.response.drills({})).items).toEqual([]);
  await expect(client.response.startDrill({ id: id(), elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
  await app.drain();
  app.clock.forward(1_000);
  const second = await drill();
  const first = await head.client.response.drills({ limit: 1 });
  expect(first.items.map((one) => one.id)).toEqual([second]);
  const rest = await head.client.response.drills({ limit: 1, before: first.next! });
  expect(rest.items.map((one) => one.open)).toEqual([false]);
  await does(head, second, 'endDrill');
});

/** A call with many turns: three steps, given back, taken again, without progress, no answer at the door. */
async function aLongCall(late = 0): Promise<string> {
  const { incidentId } = await elder.client.response.raise({ id: id(), elderId });
  await app.drain();
  for (const seconds of [60 + late, 60, 30]) await wait(seconds);
  await does(worker, incidentId, 'acknowledge');
  await wait(45);
  await does(worker, incidentId, 'giveBack', { words: '车坏了' });
  await app.drain();
  for (const seconds of [60, 20 + late]) await wait(seconds);
  await does(head, incidentId, 'acknowledge');
  // The clock is asked when something is due, as it is when the program runs.
  for (let n = 0; n < 90; n++) await wait(20);
  worker = await app.persona('刘芳');
  head = await app.persona('孙建国');
  await does(head, incidentId, 'noAnswer');
  for (let n = 0; n < 12; n++) await wait(20);
  await does(head, incidentId, 'check', { check: 'ring', result: 'answered' });
  await does(head, incidentId, 'arrive');
  await does(head, incidentId, 'handle', { outcome: 'helped', proof: 'saw', proofBy: '孙建国' });
  await app.drain();
  return incidentId;
}

it.each([
  ['while the clock was in time', 0],
  ['also when the program stood still for a while', 37],
])('tells what happened when the ladder is unchanged, %s', async (_, late) => {
  const incidentId = await aLongCall(late);
  const { was, would, acts, answeredAfter } = await replay(incidentId);
  expect(plain(would)).toEqual(plain(was));
  expect(was[0]).toMatchObject({ second: 0, step: '家属' });
  expect(was.filter(({ step }) => step.startsWith('第')).map(({ second }) => second)).toEqual([
    ...[0, 60 + late, 120 + late, 195 + late, 255 + late],
  ]);
  expect(was.every(({ people }) => people.length > 0)).toBe(true);
  expect(new Set(was.map(({ step }) => step))).toEqual(
    new Set([
      '家属',
      '第 1 步',
      '第 2 步',
      '第 3 步',
      '没有进展，再次通知',
      '还没到场，通知负责人',
      '超过最迟到场时间，通知值班领导',
      '这一步到时间了',
    ]),
  );
  expect(answeredAfter).toBe(150 + late);
  expect(acts[0]).toEqual({ second: 150 + late, words: '网格员 刘芳：我来处理' });
});

it('says who would have been called when under another ladder, with the people of then', async () => {
  const { incidentId } = await elder.client.response.raise({ id: id(), elderId });
  await app.drain();
  await wait(60);
  await wait(40);
  await does(worker, incidentId, 'acknowledge');
  await does(worker, incidentId, 'handle', { outcome: 'helped', proof: 'spoke', proofBy: '刘芳' });
  await app.drain();
  const all = { call: ['onDuty', 'communityHead', 'family'] as const, channels: ['app'] as const };
  const quicker: Ladder = {
    ...defaultLadder,
    rungs: [{ call: ['communityHead'], channels: ['app'], wait: 30 }],
    loop: { call: [...all.call], channels: [...all.channels], wait: 30 },
    family: [],
  };
  const before = (await replay(incidentId, quicker)).would;
  expect(before.map(({ second, step }) => [second, step])).toEqual([
    [0, '第 1 步'],
    [30, '第 2 步'],
    [60, '第 3 步'],
    [90, '第 4 步'],
  ]);
  expect(before[0]!.people).toEqual(['社区负责人 孙建国']);
  expect(before[1]!.people.join()).toContain('周敏');
  // The file changes afterwards; who stood in it then still does in the replay.
  const streetId = (await head.client.accounts.me()).active!.streetId;
  const grants = app.store.connection.collection('grants');
  await grants.updateMany({ streetId, elderId }, { $set: { status: 'ended' } });
  expect((await replay(incidentId, quicker)).would).toEqual(before);
});

it('keeps who stood behind the ladder sealed, and lets it go with the elder', async () => {
  const kept = app.store.connection.collection('incidentPeople');
  const stored = await kept.findOne({ elderId });
  expect(JSON.stringify(stored)).not.toMatch(/周敏|孙建国/);
  const streetId = (await head.client.accounts.me()).active!.streetId;
  for (const keeper of app.response.keepers) await keeper.erase(streetId, elderId);
  expect(await kept.countDocuments({ elderId })).toBe(0);
});
