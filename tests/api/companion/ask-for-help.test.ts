import { describe, expect, it } from 'vitest';
import { aWish, hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, clock, elder, resident, daughter, worker, office, volunteer } = town;
const wish = (given = {}) => aWish(clock(), { elderId: elder.id, ...given });

describe('asking for help', () => {
  it('is done by a daughter for her mother, and remembered as such', async () => {
    const task = await as(daughter).companion.ask(wish({ kind: 'helpBath' }));
    expect(task).toMatchObject({
      status: 'asked',
      needs: ['bathing'],
      elder: { name: '王秀兰', phone: elder.phone },
      asker: { name: '周敏', relation: 'daughter', role: 'family' },
      history: [{ seq: 1, move: 'ask', by: '女儿 周敏', forElder: true }],
    });
    expect(task.place).toMatchObject({ door: elder.door, doorNotes: `二楼右手；${elder.doorNotes}` });
    expect(task.can).toMatchObject({ cancel: true, open: false, claim: false, confirm: false });
  });

  it('is done by the old person herself', async () => {
    const task = await as(resident).companion.ask(wish());
    expect(task).toMatchObject({ asker: { relation: 'self' }, history: [{ by: '本人 王秀兰', forElder: false }] });
  });

  it('is done by a worker who took the call, and says so', async () => {
    const task = await as(worker).companion.ask(wish());
    expect(task.history[0]).toMatchObject({ label: '接到电话，代为提出求助', by: '网格员 赵静', forElder: true });
  });

  it('sent twice is one request', async () => {
    const twice = wish();
    const [first, second] = await Promise.all([as(daughter).companion.ask(twice), as(daughter).companion.ask(twice)]);
    const third = await as(daughter).companion.ask(twice);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await town.db.collection('tasks').countDocuments({ _id: twice.id as never })).toBe(1);
  });

  it('sent again after its window is still the same request', async () => {
    const late = wish();
    await as(daughter).companion.ask(late);
    clock.forward(72 * hour);
    expect(await as(daughter).companion.ask(late)).toMatchObject({ id: late.id });
  });

  it('refuses the id of someone else’s request, of another street too', async () => {
    const { id } = await as(resident).companion.ask(wish());
    await expect(as(daughter).companion.ask(wish({ id }))).rejects.toMatchObject({ code: 'id_taken' });
    const [community] = town.other.communities;
    const away = town.newElder({
      streetId: town.other.id,
      communityId: community!.id,
      estateId: community!.estates[0]!.id,
    });
    const stranger = town.someone('resident', '外街老人', { streetId: town.other.id, elderId: away.id });
    await expect(as(stranger).companion.ask(wish({ id, elderId: away.id }))).rejects.toMatchObject({
      code: 'id_taken',
    });
  });

  it('refuses a window that is over, a kind that is closed, and an elder out of reach', async () => {
    const past = {
      from: new Date(clock().getTime() - 3 * hour).toISOString(),
      to: new Date(clock().getTime() - hour).toISOString(),
    };
    await expect(as(daughter).companion.ask(wish({ window: past }))).rejects.toMatchObject({ code: 'window_past' });
    await town.setRules({ closedKinds: ['sendCulture'] });
    await expect(as(daughter).companion.ask(wish({ kind: 'sendCulture' }))).rejects.toMatchObject({
      code: 'kind_not_offered',
    });
    expect((await as(daughter).companion.catalogue()).items.map(({ kind }) => kind)).not.toContain('sendCulture');
    await town.setRules({});
    const strangers = town.newElder();
    await expect(as(daughter).companion.ask(wish({ elderId: strangers.id }))).rejects.toMatchObject({
      code: 'elder_not_found',
    });
  });

  it('needs a grant to ask, and a role that may ask', async () => {
    const son = town.someone('family', '周强', { communityIds: [] });
    town.folk.grant({ accountId: son.accountId, elderId: elder.id, relation: 'son', scopes: ['see'] });
    await expect(as(son).companion.ask(wish())).rejects.toMatchObject({ code: 'grant_needed' });
    for (const nobody of [volunteer, office]) {
      await expect(as(nobody).companion.ask(wish())).rejects.toMatchObject({ code: 'not_allowed' });
    }
  });

  it('opens by itself where the street has decided so', async () => {
    await town.setRules({ autoOpenKinds: ['sendMeal'] });
    const task = await as(daughter).companion.ask(wish({ kind: 'sendMeal' }));
    expect(task).toMatchObject({ status: 'open', history: [{ move: 'ask' }, { move: 'openByRule', by: '系统' }] });
    await town.setRules({});
  });

  it('is told to the community and to the elder, and not to who asked', async () => {
    const { id } = await as(daughter).companion.ask(wish());
    await town.settleDown();
    const about = async (actor: typeof worker) =>
      (await as(actor).notices.list({ limit: 50 })).items.filter(({ taskId }) => taskId === id);
    expect(await about(worker)).toMatchObject([{ title: '有新的求助待核实', urgent: true, read: false }]);
    expect(await about(resident)).toMatchObject([{ title: '求助已提交' }]);
    expect(await about(daughter)).toEqual([]);
  });
});
