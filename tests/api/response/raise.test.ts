import { describe, expect, it } from 'vitest';
import { demoStreet, otherDemoStreet } from '../../../server/demo/areas.ts';
import { alarmTown } from '../../support/alarm-town.ts';

const town = await alarmTown();
const streetId = demoStreet.id;
const [home, next] = demoStreet.communities.map(({ id }) => id) as [string, string];
const raiseAs = async (who: Parameters<typeof town.as>[0], elderId: string, more: object = {}) =>
  (await town.as(who)).response.raise({ id: town.id(), elderId, ...more });

describe('raising', () => {
  it('the same one fifty times at once stores it once, and answers the same to all', async () => {
    const elderId = await town.elder();
    const [id, client] = [town.id(), await town.as('刘芳')];
    const send = () => client.response.raise({ id, elderId });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    answers.push(await send());
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual({ incidentId: id, receivedAt: town.clock().toISOString(), merged: false });
    const found = await town.incidents.find({ elderId }).toArray();
    expect(found.map(({ history }) => history.map(({ move }) => move))).toEqual([['raise', 'call']]);
    await expect(client.response.raise({ id, elderId: await town.elder() })).rejects.toMatchObject({
      code: 'id_taken',
    });
  });

  it('different ones at once for one elder are one call, and none of them is forgotten', async () => {
    const elderId = await town.elder();
    const client = await town.as('刘芳');
    const ids = Array.from({ length: 20 }, town.id);
    const answers = await Promise.all(ids.map((id) => client.response.raise({ id, elderId })));
    expect(new Set(answers.map(({ incidentId }) => incidentId)).size).toBe(1);
    expect(answers.filter(({ merged }) => !merged)).toHaveLength(1);
    const { history } = await town.stored(answers[0]!.incidentId);
    expect(history.flatMap(({ id }) => id ?? []).sort()).toEqual(ids.toSorted());
  });

  it('again while it is open joins the open one; the same press sent again counts once', async () => {
    const elderId = await town.elder();
    const incidentId = await town.raise(elderId);
    town.clock.forward(5_000);
    const press = { id: town.id(), elderId, words: '还是起不来' };
    const first = await raiseAs('刘芳', elderId, press);
    town.clock.forward(5_000);
    expect(await raiseAs('刘芳', elderId, press)).toEqual(first);
    expect(first).toMatchObject({ incidentId, merged: true });
    expect(await town.course(incidentId)).toEqual(['0 raise', '0 call 0', '5 pressAgain']);
    await town.act('刘芳', incidentId, 'acknowledge');
    await town.act('刘芳', incidentId, 'handle', { proof: 'saw', proofBy: '刘芳', outcome: 'helped' });
    expect(await raiseAs('刘芳', elderId)).toMatchObject({ merged: false });
    expect(await raiseAs('刘芳', elderId, press)).toEqual(first);
    town.ignoreMessages();
  });

  it('is stored with its next step before it is answered', async () => {
    const { incidentId } = await raiseAs('刘芳', await town.elder());
    expect((await town.stored(incidentId)).nextDue).toEqual(new Date(town.clock().getTime() + 60_000));
  });
});

describe('who raises it', () => {
  it('is the elder, her family or a paired neighbour, by name', async () => {
    const raisers = [
      ['王秀兰', 'elder', '本人 王秀兰'],
      ['周敏', 'family', '女儿 周敏'],
      ['陈晓芳', 'neighbour', '志愿者 陈晓芳'],
    ] as const;
    for (const [who, source, said] of raisers) {
      const { incidentId } = await raiseAs(who, town.motherId);
      const seen = await (await town.as('刘芳')).response.incident({ incidentId });
      expect(seen).toMatchObject({ source, raisedBy: said });
      await town.act('刘芳', incidentId, 'acknowledge');
      await town.act('刘芳', incidentId, 'falseAlarm', { proof: 'spoke', proofBy: '刘芳', cause: 'test' });
    }
    town.ignoreMessages();
  });

  it('is a worker for a telephone call, with the time at which it came, which is never after its receipt', async () => {
    const heardAt = new Date(town.clock().getTime() - 4 * 60_000);
    const one = await raiseAs('刘芳', await town.elder(), { heardAt: heardAt.toISOString() });
    expect(await town.stored(one.incidentId)).toMatchObject({ source: 'worker', heardAt, raisedAt: town.clock() });
    const ahead = new Date(town.clock().getTime() + 3_600_000).toISOString();
    const other = await raiseAs('刘芳', await town.elder(), { heardAt: ahead, pressedAt: ahead });
    expect(await town.stored(other.incidentId)).toMatchObject({ heardAt: town.clock(), pressedAt: town.clock() });
  });

  it('is another room of the program', async () => {
    const elderId = await town.elder();
    const by = { accountId: null, name: '送餐', role: null, relation: '' };
    const id = town.id();
    const raising = { id, streetId, elderId, source: 'meal' as const, by, words: '敲门没人应' };
    expect(await town.response.door.raise(raising)).toMatchObject({ incidentId: id, merged: false });
    expect(await town.response.door.openOf(streetId, elderId)).toBe(id);
    const seen = await (await town.as('刘芳')).response.incident({ incidentId: id });
    expect(seen).toMatchObject({ sourceLabel: '送餐没人应', words: '敲门没人应', rungsCalled: 1 });
    await expect(town.response.door.raise({ ...raising, id: town.id(), elderId: town.id() })).rejects.toMatchObject({
      code: 'elder_not_found',
    });
  });

  it('is nobody else', async () => {
    const elderId = await town.elder();
    const other = await town.elder();
    const refused = [
      ['a volunteer who is not paired', await town.as('李志强')],
      ['a worker of the next community', (await town.someone('gridWorker', { streetId, communityIds: [next] })).client],
      ['the office of another street', (await town.someone('streetOffice', { streetId: otherDemoStreet.id })).client],
      ['family of somebody else', await town.as('周敏')],
      ['another resident', (await town.someone('resident', { streetId, communityIds: [home], elderId: other })).client],
    ] as const;
    for (const [who, client] of refused)
      await expect(client.response.raise({ id: town.id(), elderId }), who).rejects.toMatchObject({
        code: 'elder_not_found',
      });
    const viewer = (await town.someone('districtViewer', { streetId })).client;
    await expect(viewer.response.raise({ id: town.id(), elderId })).rejects.toMatchObject({ code: 'not_allowed' });
    const { status } = await town.raw({ method: 'POST', url: '/sos', body: { id: town.id(), elderId } } as never);
    expect(status).toBe(401);
    expect(await town.incidents.countDocuments({ elderId })).toBe(0);
  });
});

it('three hundred presses from one house ring each person once a minute, and do not delay the next house', async () => {
  town.clock.forward(86_400_000);
  const [flooding, other] = [await town.elder(), await town.elder()];
  const client = await town.as('刘芳');
  const first = await town.raise(flooding);
  await town.act('刘芳', first, 'acknowledge');
  town.ignoreMessages();
  for (let n = 0; n < 300; n++) await client.response.raise({ id: town.id(), elderId: flooding });
  const { incidentId } = await client.response.raise({ id: town.id(), elderId: other });
  // Nothing has been done yet: the next house stands behind all of them, and is taken first.
  await town.outboxJob.drain();
  const told = await town.db.collection('messages').find({ incidentId: first, channel: 'sms' }).toArray();
  expect(told.filter(({ messageId }) => /:(?!1:|2:)\d+:/.test(messageId)).length).toBeLessThanOrEqual(2);
  const waiting = await town.db
    .collection('messages')
    .find({ dueAt: { $gt: new Date(0) } })
    .sort({ rank: 1, turn: 1, queuedAt: 1, _id: 1 })
    .toArray();
  expect(waiting.findIndex((one) => one.incidentId === incidentId)).toBeLessThan(10);
  expect((await town.stored(first)).history).toHaveLength(303);
  await town.drain();
  town.ignoreMessages();
}, 120_000);
