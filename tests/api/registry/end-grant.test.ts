import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});

let phones = 0;
async function granted(given: Parameters<typeof town.ask>[1] = {}) {
  const phone = `1380000${String(7000 + ++phones)}`;
  const elderId = await town.elder({ name: '王秀兰', phone });
  const mother = await town.someone('resident', { name: '王秀兰', communityIds: [town.first.id], elderId });
  const daughter = await town.stranger('周敏');
  const { id: grantId } = await town.ask(daughter, { elderPhone: phone, ...given });
  await town.worker.api.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit' });
  return { elderId, mother, daughter, grantId };
}
const end = (who: Someone, grantId: string, note = '') => who.api.registry.endGrant({ grantId, note });

describe('ending works at once', () => {
  it.each([
    ['the old person', (town: { mother: Someone }) => town.mother],
    ['the family member herself', (town: { daughter: Someone }) => town.daughter],
    ['a worker of the community', () => town.worker],
    ['the street office', () => town.office],
  ])('for %s', async (_, who) => {
    const all = await granted();
    expect((await all.daughter.api.registry.myElders()).items).toHaveLength(1);
    expect(await end(who(all), all.grantId, '不需要了')).toMatchObject({
      state: 'ended',
      note: '不需要了',
      can: { answer: false, end: false },
    });
    expect((await all.daughter.api.registry.myElders()).items).toEqual([]);
    expect(await town.registry.door.familyOf(town.street.id, all.elderId, 'see')).toEqual([]);
  });

  it('and everyone else concerned is told', async () => {
    const { mother, daughter, grantId } = await granted();
    await end(mother, grantId);
    expect((await town.toldTo(daughter)).map(({ title }) => title)).toContain('代办授权已结束');
    const toWorker = (await town.toldTo(town.worker)).filter((one) => one.grantId === grantId);
    expect(toWorker.map(({ body }) => body)).toContain('周敏（女儿）为王秀兰代办的授权已结束。');
    expect((await town.toldTo(mother)).map(({ title }) => title)).not.toContain('代办授权已结束');
  });
});

describe('repeats and races', () => {
  it('a repeat is the same answer; another’s ending has moved on', async () => {
    const { mother, daughter, grantId } = await granted();
    const first = await end(daughter, grantId);
    expect(await end(daughter, grantId)).toEqual(first);
    await expect(end(mother, grantId)).rejects.toMatchObject({ code: 'grant_moved_on' });
  });

  it('only one of several endings is written', async () => {
    const { mother, daughter, grantId } = await granted();
    const ends = await Promise.allSettled([mother, daughter, town.worker].map((who) => end(who, grantId)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const raw = await town.db.collection('grants').findOne({ _id: grantId as never });
    expect(raw!.history.map(({ move }: { move: string }) => move)).toEqual(['ask', 'confirm', 'end']);
  });
});

it('lets the asker withdraw, and nobody confirm what was withdrawn', async () => {
  const daughter = await town.stranger('周敏');
  const { id } = await town.ask(daughter, { elderName: '谁', elderPhone: null });
  const elderId = await town.elder({ name: '谁' });
  await expect(end(town.worker, id)).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await end(daughter, id)).toMatchObject({ state: 'ended', elderId: null, elderName: '谁' });
  await expect(
    town.worker.api.registry.answerGrant({ grantId: id, answer: 'confirm', how: 'visit', elderId }),
  ).rejects.toMatchObject({ code: 'grant_moved_on' });
});

it('takes the resident role away with the tie to one’s own file', async () => {
  const elderId = await town.elder({ name: '张玉兰', phone: '13800006101' });
  const herself = await town.stranger('张玉兰');
  const { id } = await town.ask(herself, { relation: 'self', elderName: '张玉兰', elderPhone: '13800006101' });
  await town.worker.api.registry.answerGrant({ grantId: id, answer: 'confirm', how: 'visit' });
  expect((await herself.api.registry.myElders()).items).toHaveLength(1);
  await end(town.worker, id, '绑错了');
  await expect(herself.api.registry.myElders()).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await town.accounts.residentsOf(town.street.id, elderId)).toEqual([]);
});

it('is hidden from those whom it does not concern', async () => {
  const { grantId } = await granted();
  const other = await town.someone('resident', { elderId: await town.elder({ name: '别家老人' }) });
  for (const who of [other, town.otherWorker, town.farOffice, await town.stranger('路人')])
    await expect(end(who, grantId)).rejects.toMatchObject({ code: 'grant_not_found' });
  await expect(end(town.worker, aRandomId())).rejects.toMatchObject({ code: 'grant_not_found' });
});
