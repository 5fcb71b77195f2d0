import { describe, expect, it } from 'vitest';
import { aWish, hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, elder, resident, worker, office, volunteer, street, home, far } = town;

describe('my tasks', () => {
  it('are the elder’s for her side, and those taken for a volunteer', async () => {
    const [open, claimed, past] = [await aTask('open'), await aTask('claimed'), await aTask('confirmed')];
    const idsOf = async (actor: typeof daughter, state: 'current' | 'past') =>
      (await as(actor).companion.mine({ state })).items.map(({ id }) => id);
    for (const actor of [daughter, resident]) {
      expect(await idsOf(actor, 'current')).toEqual(expect.arrayContaining([open, claimed]));
      expect(await idsOf(actor, 'past')).toEqual([past]);
    }
    expect(await idsOf(volunteer, 'current')).toEqual([claimed]);
    expect(await idsOf(volunteer, 'past')).toEqual([past]);
    expect(await idsOf(worker, 'current')).toEqual([]);
    expect((await as(volunteer).companion.mine({})).items[0]).toMatchObject({ elderName: '王秀兰', askerName: '家属' });
  });

  it('hide what a grant does not show', async () => {
    const son = town.someone('family', '周强', { communityIds: [] });
    town.folk.grant({ accountId: son.accountId, elderId: elder.id, relation: 'son', scopes: ['ask'] });
    const theirs = await aTask('open');
    expect((await as(son).companion.mine({})).items).toEqual([]);
    await expect(as(son).companion.read({ taskId: theirs })).rejects.toMatchObject({ code: 'task_not_found' });
    const own = await as(son).companion.ask(aWish(clock(), { elderId: elder.id }));
    expect(await as(son).companion.read({ taskId: own.id })).toMatchObject({ id: own.id });
  });

  it('come page by page', async () => {
    const all = (await as(daughter).companion.mine({ limit: 50 })).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await as(daughter).companion.mine({ limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(seen).toEqual(all);
  });
});

describe('a worker’s queue', () => {
  it('shows each pile of her own communities, the longest waiting first, and counts them', async () => {
    const { counts: before, items: waiting } = await as(worker).companion.queue({});
    const earlier = waiting.map(({ id }) => id);
    const first = await aTask('asked');
    clock.forward(hour);
    const second = await aTask('asked');
    await aTask('open');
    await aTask('inService');
    const { items, counts } = await as(worker).companion.queue({});
    expect(items.map(({ id }) => id)).toEqual([...earlier, first, second]);
    expect(items.at(-1)).toMatchObject({
      elderName: '王秀兰',
      askerName: '周敏',
      communityName: '水景园社区',
      estateName: '水景园',
    });
    expect(counts).toEqual({ ...before, asked: before.asked + 2, open: before.open + 1, running: before.running + 1 });
    expect((await as(office).companion.queue({})).items).toEqual(items);
    const elsewhere = town.someone('gridWorker', '钱进', { communityIds: [far.id] });
    const theirs = await as(elsewhere).companion.queue({});
    expect(theirs.items).toEqual([]);
    expect(theirs.counts).toEqual({ asked: 0, open: 0, late: 0, objected: 0, concern: 0, running: 0 });
    await expect(as(elsewhere).companion.queue({ communityId: home.id })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('pages through the past, newest first', async () => {
    const { items } = await as(worker).companion.queue({ pile: 'past' });
    const since = items.map((row) => row.since);
    expect(since).toEqual([...since].sort().reverse());
    expect((await as(worker).companion.queue({ pile: 'past', limit: 1 })).items[0]).toEqual(items[0]);
  });

  it('refuses a place that it did not give', async () => {
    await expect(as(worker).companion.queue({ cursor: 'bm8' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('what others did for an elder', () => {
  it('is shown to herself and her family, newest first', async () => {
    const taskId = await aTask('asked');
    clock.forward(60_000);
    await as(daughter).companion.cancel({ taskId, reason: '不需要了' });
    const { items, next } = await as(resident).companion.actsFor({ elderId: elder.id, limit: 2 });
    expect(items).toMatchObject([
      { taskId, label: '取消', by: '女儿 周敏', words: '不需要了' },
      { taskId, label: '提出求助', by: '女儿 周敏', words: '' },
    ]);
    const more = await as(daughter).companion.actsFor({ elderId: elder.id, limit: 2, cursor: next! });
    expect(more.items).toHaveLength(2);
    expect(more.items.map((act) => act.taskId)).not.toContain(taskId);
    expect(items.some(({ label }) => label === '接单')).toBe(false);
  });

  it('is nobody else’s business', async () => {
    const stranger = town.newElder();
    await expect(as(resident).companion.actsFor({ elderId: stranger.id })).rejects.toMatchObject({
      code: 'elder_not_found',
    });
    await expect(as(volunteer).companion.actsFor({ elderId: elder.id })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('volunteers', () => {
  it('are listed to the workers of their communities, phones masked', async () => {
    const elsewhere = town.someone('volunteer', '吴远', { communityIds: [far.id] });
    const { items } = await as(worker).companion.volunteers({});
    expect(items.map(({ accountId }) => accountId)).toEqual([volunteer.accountId]);
    expect(items[0]!.phoneMasked).toMatch(/^139\*{4}\d{4}$/);
    expect((await as(office).companion.volunteers({ communityId: far.id })).items).toMatchObject([
      { accountId: elsewhere.accountId },
    ]);
  });

  it('are paired and trained by their own community’s worker only, with elders of hers', async () => {
    const put = (actor: typeof worker, accountId: string, ownElderIds: string[]) =>
      as(actor).companion.setVolunteer({
        accountId,
        ownElderIds,
        qualifications: [{ name: 'medical', until: '2026-12-31' }],
      });
    const mine = await put(worker, volunteer.accountId, [elder.id]);
    expect(mine).toMatchObject({
      ownElders: [{ id: elder.id, name: '王秀兰' }],
      qualifications: [{ name: 'medical' }],
    });
    expect((await as(volunteer).companion.myVolunteering()).ownElders).toEqual([{ id: elder.id, name: '王**' }]);
    const away = town.newElder({ communityId: far.id, estateId: far.estates[0]!.id });
    await expect(put(worker, volunteer.accountId, [away.id])).rejects.toMatchObject({ code: 'elder_not_found' });
    const elsewhere = town.someone('gridWorker', '钱进', { communityIds: [far.id] });
    await expect(put(elsewhere, volunteer.accountId, [])).rejects.toMatchObject({ code: 'not_found' });
    await expect(put(worker, daughter.accountId, [])).rejects.toMatchObject({ code: 'not_found' });
  });

  it('set a starting point among their own estates, and clear it', async () => {
    const { items } = await as(volunteer).companion.volunteerEstates();
    expect(items.map(({ name }) => name)).toEqual(['水景园', '谊景村', '柳苑']);
    const set = await as(volunteer).companion.setMyPoint({ estateId: items[1]!.id });
    expect(set).toMatchObject({ hasStart: true, startEstate: { name: '谊景村' } });
    // Where she lives is nobody else's business: staff are told only that she has chosen.
    const { items: shown } = await as(worker).companion.volunteers({});
    const seen = shown.find(({ accountId }) => accountId === volunteer.accountId);
    expect(seen).toMatchObject({ hasStart: true, startEstate: null });
    expect(JSON.stringify(seen)).not.toContain('谊景村');
    await expect(as(volunteer).companion.setMyPoint({ estateId: far.estates[0]!.id })).rejects.toMatchObject({
      code: 'area_unknown',
    });
    expect((await as(volunteer).companion.setMyPoint({ estateId: null })).startEstate).toBeNull();
  });
});

describe('the office’s door', () => {
  it('counts by community, with the longest wait', async () => {
    const figures = await town.companion.door.figures(street.id, clock());
    const ours = figures.find(({ communityId }) => communityId === home.id)!;
    const { counts } = await as(worker).companion.queue({});
    expect(ours.byStatus).toMatchObject({ asked: counts.asked, open: counts.open });
    expect(ours.waitingSince).toBeInstanceOf(Date);
    expect(ours.confirmed30d).toBe(1);
    expect(figures.find(({ communityId }) => communityId === far.id)).toMatchObject({
      byStatus: {},
      waitingSince: null,
    });
  });

  it('says who served whom, and lists tasks by status', async () => {
    await town.settleDown();
    const since = new Date(clock().getTime() - 30 * 24 * hour);
    expect(await town.companion.door.pairs(street.id, since, { skip: 0, limit: 10 })).toMatchObject([
      { volunteerId: volunteer.accountId, elderId: elder.id, communityId: home.id, times: 1, minutes: 60 },
    ]);
    const wanted = { statuses: ['asked', 'open'] as const, limit: 1 };
    const first = await town.companion.door.list(street.id, wanted);
    const second = await town.companion.door.list(street.id, { ...wanted, cursor: first.next! });
    expect(first.items[0]!.since.getTime()).toBeLessThanOrEqual(second.items[0]!.since.getTime());
    expect(first.items[0]!.id).not.toBe(second.items[0]!.id);
    expect((await town.companion.door.list(street.id, { ...wanted, communityId: far.id })).items).toEqual([]);
  });
});
