import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});

let phones = 0;
/** A new mother with an account of her own, a new daughter without a role, and her asking. */
async function asked(given: Parameters<typeof town.ask>[1] = {}) {
  const phone = `1380000${String(5000 + ++phones)}`;
  const elderId = await town.elder({ name: '王秀兰', phone });
  const mother = await town.someone('resident', { name: '王秀兰', communityIds: [town.first.id], elderId });
  const daughter = await town.stranger('周敏');
  const grant = await town.ask(daughter, { elderPhone: phone, ...given });
  return { elderId, mother, daughter, grantId: grant.id };
}
type Answer = Parameters<Someone['api']['registry']['answerGrant']>[0];
const answer = (who: Someone, grantId: string, more: Partial<Answer> = {}) =>
  who.api.registry.answerGrant({ grantId, answer: 'confirm', ...more });
const mine = async (who: Someone) => (await who.api.registry.myElders()).items.map(({ id }) => id);

describe('the old person herself', () => {
  it('confirms: her daughter acts for her at once, with the scopes asked for', async () => {
    const { elderId, mother, daughter, grantId } = await asked({ scopes: ['see', 'ask'] });
    expect((await mother.api.registry.listGrants({ state: 'asked' })).items).toMatchObject([
      { id: grantId, elderId, familyName: '周敏', can: { answer: true, end: false } },
    ]);
    await expect(daughter.api.registry.myElders()).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await answer(mother, grantId)).toMatchObject({
      state: 'active',
      answeredHow: 'self',
      answeredBy: '王秀兰',
      can: { answer: false, end: true },
    });
    const { items } = await daughter.api.registry.myElders();
    expect(items).toMatchObject([{ id: elderId, relation: 'daughter', scopes: ['see', 'ask'], until: '2026-12-31' }]);
    expect((await daughter.api.registry.listGrants()).items).toMatchObject([{ state: 'active', elderId }]);
    expect((await town.toldTo(daughter)).map(({ title }) => title)).toEqual(['代办授权已确认']);
  });

  it('refuses: nothing is given, and her word stands', async () => {
    const { mother, daughter, grantId } = await asked();
    expect(await answer(mother, grantId, { answer: 'refuse', note: '不认识' })).toMatchObject({
      state: 'refused',
      note: '不认识',
    });
    expect((await daughter.api.registry.listGrants({ state: 'past' })).items).toMatchObject([
      { state: 'refused', elderId: null, can: { end: false } },
    ]);
    await expect(answer(town.worker, grantId, { how: 'visit' })).rejects.toMatchObject({ code: 'grant_moved_on' });
    await expect(daughter.api.registry.myElders()).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('cannot turn it into a grant over somebody else’s file', async () => {
    const { mother, grantId } = await asked();
    const other = await town.elder({ name: '别人' });
    await expect(answer(mother, grantId, { elderId: other })).rejects.toMatchObject({ code: 'elder_not_found' });
  });
});

describe('staff of the community', () => {
  it('must say how they learnt her wish', async () => {
    const { mother, grantId } = await asked();
    await expect(answer(town.worker, grantId)).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'how' }],
    });
    expect(await answer(town.worker, grantId, { how: 'visit', note: '上门见过' })).toMatchObject({
      state: 'active',
      answeredBy: '刘芳',
      answeredHow: 'visit',
      note: '上门见过',
    });
    expect((await town.toldTo(mother)).map(({ title }) => title)).toContain('家人可以为您代办了');
  });

  it('choose the file when the words did not match one, within their own communities only', async () => {
    const { elderId, grantId, daughter } = await asked({ elderName: '妈妈', elderPhone: null });
    const elsewhere = await town.elder({ name: '邻社区' }, town.second);
    const far = await town.elder({ name: '远方' }, town.far);
    const by = { how: 'paper' } as const;
    await expect(answer(town.worker, grantId, by)).rejects.toMatchObject({ code: 'grant_needs_elder' });
    for (const wrong of [elsewhere, far, aRandomId()])
      await expect(answer(town.worker, grantId, { ...by, elderId: wrong })).rejects.toMatchObject({
        code: 'elder_not_found',
      });
    expect(await answer(town.worker, grantId, { ...by, elderId })).toMatchObject({ elderId, elderName: '王秀兰' });
    expect(await mine(daughter)).toEqual([elderId]);
  });

  it('give the workers of her own community the grant when the office finds her there', async () => {
    const { grantId } = await asked({ elderName: '妈妈', elderPhone: null });
    const elderId = await town.elder({ name: '搬走的人' }, town.second);
    await answer(town.office, grantId, { how: 'phone', elderId });
    const ids = async (who: Someone) => (await who.api.registry.listGrants()).items.map(({ id }) => id);
    expect(await ids(town.otherWorker)).toContain(grantId);
    expect(await ids(town.worker)).not.toContain(grantId);
  });

  it('of other communities and streets do not see it', async () => {
    const { grantId } = await asked();
    for (const who of [town.otherWorker, town.farOffice])
      await expect(answer(who, grantId, { how: 'visit' })).rejects.toMatchObject({ code: 'grant_not_found' });
  });

  it('cannot confirm an asking of their own, nor act before the second factor', async () => {
    const { elderId } = await asked();
    const own = await town.ask(town.worker, { elderName: '谁', elderPhone: null });
    await expect(answer(town.worker, own.id, { how: 'visit', elderId })).rejects.toMatchObject({ code: 'not_allowed' });
    const fresh = await town.stranger('新人');
    const held = { accountId: fresh.accountId, streetId: town.street.id, communityIds: [], elderId: null };
    await town.accounts.give({ ...held, assignmentId: aRandomId(), role: 'streetOffice' }, '系统');
    for (const call of [() => answer(fresh, own.id, { how: 'visit' }), () => fresh.api.registry.listGrants()])
      await expect(call()).rejects.toMatchObject({ code: 'second_factor_needed' });
  });
});

describe('who may not answer', () => {
  it('the asker: not allowed; anyone else: not found', async () => {
    const { daughter, grantId } = await asked();
    await expect(answer(daughter, grantId)).rejects.toMatchObject({ code: 'not_allowed' });
    const volunteer = await town.someone('volunteer', { communityIds: [town.first.id] });
    const otherMother = await town.someone('resident', { elderId: await town.elder({ name: '别家老人' }) });
    for (const who of [volunteer, otherMother, await town.stranger('路人')])
      await expect(answer(who, grantId)).rejects.toMatchObject({ code: 'grant_not_found' });
    await expect(answer(town.worker, aRandomId())).rejects.toMatchObject({ code: 'grant_not_found' });
  });
});

describe('claiming one’s own file', () => {
  it('can be confirmed by staff only, and makes the asker its resident', async () => {
    const elderId = await town.elder({ name: '刘桂芝', phone: '13800006001' });
    const herself = await town.stranger('刘桂芝');
    const other = await town.someone('resident', { name: '冒名者', elderId });
    const { id } = await town.ask(herself, { relation: 'self', elderName: '刘桂芝', elderPhone: '13800006001' });
    await expect(answer(other, id)).rejects.toMatchObject({ code: 'not_allowed' });
    await answer(town.worker, id, { how: 'visit' });
    expect((await herself.api.accounts.me()).active).toMatchObject({ role: 'resident', elderId });
    expect((await herself.api.registry.myElders()).items).toMatchObject([
      { id: elderId, relation: 'self', scopes: ['see', 'ask', 'confirm'], until: null },
    ]);
    expect((await town.accounts.residentsOf(town.street.id, elderId)).map(({ accountId }) => accountId)).toContain(
      herself.accountId,
    );
  });

  it('gives no second role to one who is its resident already', async () => {
    const elderId = await town.elder({ name: '已绑定', phone: '13800006002' });
    const herself = await town.someone('resident', { name: '已绑定', elderId, communityIds: [town.first.id] });
    const { id } = await town.ask(herself, { relation: 'self', elderName: '已绑定', elderPhone: '13800006002' });
    await answer(town.worker, id, { how: 'paper' });
    expect(await town.accounts.residentsOf(town.street.id, elderId)).toHaveLength(1);
  });
});

describe('answers at once', () => {
  it('only one holds when many answer differently; the rest are told so', async () => {
    for (let round = 0; round < 10; round++) {
      const { mother, grantId } = await asked();
      // Warm: everybody's session is known, so that the answers arrive together.
      await Promise.all([mother, town.worker, town.office].map((who) => who.api.registry.listGrants()));
      const answers = await Promise.allSettled([
        answer(mother, grantId, { answer: 'refuse' }),
        answer(town.worker, grantId, { how: 'visit' }),
        answer(town.office, grantId, { how: 'phone' }),
        answer(town.office, grantId, { answer: 'refuse' }),
      ]);
      const lost = answers.filter((one) => one.status === 'rejected');
      expect(lost.map(({ reason }) => reason.code)).toEqual(Array(3).fill('grant_moved_on'));
      const document = await town.db.collection('grants').findOne({ _id: grantId as never });
      expect(document!.history).toHaveLength(2);
    }
  });

  it('a repeat of one’s own answer is the same answer, and is told once', async () => {
    const { mother, daughter, grantId } = await asked();
    const answers = await Promise.all([1, 2, 3].map(() => answer(mother, grantId)));
    answers.push(await answer(mother, grantId));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await town.toldTo(daughter)).toHaveLength(1);
    await expect(answer(mother, grantId, { answer: 'refuse' })).rejects.toMatchObject({ code: 'grant_moved_on' });
  });

  it('one person never has two grants over one file', async () => {
    const { elderId, daughter, grantId } = await asked();
    const second = await town.ask(daughter, { elderName: '我妈', elderPhone: null });
    await answer(town.worker, grantId, { how: 'visit' });
    await expect(answer(town.worker, second.id, { how: 'visit', elderId })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'elderId' }],
    });
    await daughter.api.registry.endGrant({ grantId });
    expect(await answer(town.worker, second.id, { how: 'visit', elderId })).toMatchObject({ state: 'active' });
  });
});

describe('a last day that has passed', () => {
  it('makes an asking and a grant expired at once, and the sweep tells those concerned once', async () => {
    const { mother, daughter, grantId } = await asked({ until: '2026-06-01' });
    const waiting = await asked({ until: '2026-06-01' });
    await answer(mother, grantId);
    town.clock.set('2026-06-01T23:59:00+08:00');
    expect(await mine(daughter)).toHaveLength(1);
    town.clock.set('2026-06-02T00:00:00+08:00');
    expect(await mine(daughter)).toEqual([]);
    expect((await daughter.api.registry.listGrants({ state: 'past' })).items).toMatchObject([{ state: 'expired' }]);
    expect((await daughter.api.registry.listGrants({ state: 'active' })).items).toEqual([]);
    await expect(answer(waiting.mother, waiting.grantId)).rejects.toMatchObject({ code: 'grant_moved_on' });

    expect(await town.registry.expireGrants()).toBeGreaterThanOrEqual(2);
    expect(await town.registry.expireGrants()).toBe(0);
    expect((await town.toldTo(daughter)).map(({ title }) => title)).toEqual(['代办授权已到期', '代办授权已确认']);
    const raw = await town.db.collection('grants').findOne({ _id: grantId as never });
    expect(raw).toMatchObject({ state: 'expired', due: false, history: [{}, {}, { move: 'expire', by: 'rule' }] });
    town.clock.set('2026-05-06T09:00:00+08:00');
  });
});

it('finishes after a crash between the move and its effects, once', async () => {
  const { elderId, mother, daughter, grantId } = await asked();
  town.fault.notices = true;
  expect(await answer(mother, grantId)).toMatchObject({ state: 'active' });
  expect(await town.toldTo(daughter).catch(() => [])).toEqual([]);
  town.fault.notices = false;
  expect(await town.registry.followGrants()).toBe(1);
  expect(await town.registry.followGrants()).toBe(0);
  expect(await mine(daughter)).toEqual([elderId]);
  expect(await town.toldTo(daughter)).toHaveLength(1);
});
