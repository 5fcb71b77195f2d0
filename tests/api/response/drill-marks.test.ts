import { afterEach, expect, it } from 'vitest';
import { alarmTown } from '../../support/alarm-town.ts';

const town = await alarmTown();
afterEach(() => town.ignoreMessages());

it('a drill rings real people by the same ladder, is marked in every message, and counts nowhere as a call for help', async () => {
  const id = town.id();
  const { incidentId } = await (await town.as('孙建国')).response.startDrill({ id, elderId: town.motherId });
  await town.drainQuick();
  town.expectVoice('刘芳', 'drill');
  town.expectSms('周敏', 'drill');
  town.expectSms('张桂芬', 'drill');
  town.nothingMore();
  await town.fastForward(60_000);
  town.expectSms('张桂芬', 'drill');
  town.expectSms('陈晓芳', 'drill');
  town.nothingMore();
  await town.act('刘芳', incidentId, 'acknowledge');
  await town.act('刘芳', incidentId, 'arrive');

  const seen = await (await town.as('刘芳')).response.incident({ incidentId });
  expect(seen.drill).toBe(true);
  for (const move of ['handle', 'falseAlarm', 'handOver', 'review', 'reopen', 'follow', 'number'] as const)
    expect(seen.can[move], move).toBe(false);
  const proof = { proof: 'saw', proofBy: '刘芳', outcome: 'helped' } as const;
  await expect(town.act('刘芳', incidentId, 'handle', proof)).rejects.toMatchObject({ code: 'incident_moved_on' });

  // A real call of the same elder is one of its own, meanwhile.
  const real = await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId });
  expect(real.merged).toBe(false);
  await expect(town.act('何静', real.incidentId, 'endDrill')).rejects.toMatchObject({ code: 'not_a_drill' });
  expect(await town.response.door.openOf((await town.stored(incidentId)).streetId, town.motherId)).toBe(
    real.incidentId,
  );

  await town.act('孙建国', incidentId, 'endDrill');
  expect(await town.stored(incidentId)).toMatchObject({ status: 'drillEnded', open: false, nextDue: null });
  const messages = await town.notices.door.deliveries((await town.stored(incidentId)).streetId, incidentId);
  expect(messages.length).toBeGreaterThan(5);
  expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['drill', 'reminder']));
  for (const who of ['刘芳', '周敏', '陈晓芳'] as const) {
    const { items } = await (await town.as(who)).notices.list();
    const its = items.filter((one) => one.incidentId === incidentId);
    expect(its.length, who).toBeGreaterThan(0);
    for (const { title, body } of its) expect(`${title}|${body}`).toMatch(/^【演练】.*\|【演练】/);
  }
  const { toFollow } = await (await town.as('刘芳')).response.desk({});
  expect(toFollow).toBe(0);
  await town.endAll();
});
