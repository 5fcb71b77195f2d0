import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { hour } from '../../factories/tasks.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, clock, daughter, worker, home } = town;
const [near, middle, far] = home.estates as unknown as [{ id: string }, { id: string }, { id: string }];
const from = (hours: number) => ({
  window: {
    from: new Date(clock().getTime() + hours * hour).toISOString(),
    to: new Date(clock().getTime() + (hours + 2) * hour).toISOString(),
  },
});
const elderAt = (estate: { id: string }) => {
  const elder = town.newElder({ estateId: estate.id });
  town.folk.grant({
    accountId: daughter.accountId,
    elderId: elder.id,
    relation: 'otherKin',
    scopes: ['see', 'ask', 'confirm'],
  });
  return elder.id;
};

const elders = { near: elderAt(near), middle: elderAt(middle), far: elderAt(far), own: elderAt(far) };
const made: Record<string, string> = {};
let sited: Actor;
let placeless: Actor;

/** Every id of the list, page by page. */
async function readAll(actor: Actor, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await as(actor).companion.openTasks({ limit, ...(cursor && { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids;
}

beforeAll(async () => {
  made.farSoon = await aTask('open', { elderId: elders.far, ...from(2) });
  made.nearLate = await aTask('open', { elderId: elders.near, ...from(20) });
  made.nearSoon = await aTask('open', { elderId: elders.near, ...from(5) });
  made.middle = await aTask('open', { elderId: elders.middle, ...from(3) });
  made.own = await aTask('open', { elderId: elders.own, ...from(30) });
  made.bath = await aTask('open', { elderId: elders.near, kind: 'helpBath', ...from(4) });
  await aTask('asked', { elderId: elders.near, ...from(4) });
  sited = town.someone('volunteer', '李近');
  placeless = town.someone('volunteer', '无址');
  await as(sited).companion.setMyPoint({ estateId: near.id });
  await as(worker).companion.setVolunteer({
    accountId: sited.accountId,
    qualifications: [],
    ownElderIds: [elders.own],
  });
});

describe('the list of open tasks', () => {
  it('puts her own elders first, then goes from near to far', async () => {
    const page = await as(sited).companion.openTasks();
    expect(page.items.map(({ id }) => id)).toEqual([made.own, made.nearSoon, made.nearLate, made.middle, made.farSoon]);
    expect(page.own).toEqual([made.own]);
    expect(page.estates.map(({ name }) => name)).toEqual(['水景园', '谊景村', '柳苑']);
    expect(page.estates.map(({ metres }) => Math.round(metres! / 100))).toEqual([0, 9, 26]);
    expect(page.next).toBeNull();
  });

  it.each([1, 2, 3, 4])('is the same list in pages of %i', async (limit) => {
    const whole = (await as(sited).companion.openTasks()).items.map(({ id }) => id);
    expect(await readAll(sited, limit)).toEqual(whole);
    const byTime = [made.farSoon, made.middle, made.nearSoon, made.nearLate, made.own];
    expect(await readAll(placeless, limit)).toEqual(byTime);
  });

  it('offers a task that needs a training to the trained only', async () => {
    const trained = town.someone('volunteer', '陈晓芳');
    const give = (until: string) =>
      as(worker).companion.setVolunteer({
        accountId: trained.accountId,
        qualifications: [{ name: 'bathing', until }],
        ownElderIds: [],
      });
    await give(addDays(dayOf(clock()), 1));
    expect(await readAll(trained, 20)).toContain(made.bath);
    clock.forward(0);
    await give(addDays(dayOf(clock()), -1));
    expect(await readAll(trained, 20)).not.toContain(made.bath);
  });

  it('leaves out her own family, other communities and windows that are over', async () => {
    const kin = town.someone('volunteer', '周敏', { accountId: daughter.accountId });
    expect(await readAll(kin, 20)).toEqual([]);
    const elsewhere = town.someone('volunteer', '吴远', { communityIds: [town.far.id] });
    expect(await readAll(elsewhere, 20)).toEqual([]);
    clock.forward(21 * hour);
    expect(await readAll(placeless, 20)).toEqual([made.nearLate, made.own]);
    clock.forward(-21 * hour);
  });

  it('brings many tasks of many estates in the right order too', async () => {
    const busy = elderAt(middle);
    const many: string[] = [];
    for (let n = 0; n < 210; n++)
      many.push(await aTask('open', { elderId: n % 2 ? busy : elders.far, ...from(6 + (n % 7)) }));
    const all = await readAll(sited, 50);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all)).toEqual(new Set([made.own, made.nearSoon, made.nearLate, made.middle, made.farSoon, ...many]));
    const cards = new Map<string, { estateId: string; windowFrom: string }>();
    for (let cursor: string | undefined; ; ) {
      const page = await as(sited).companion.openTasks({ limit: 50, ...(cursor && { cursor }) });
      for (const { id, estateId, windowFrom } of page.items) cards.set(id, { estateId, windowFrom });
      if (!page.next) break;
      cursor = page.next;
    }
    const rank = [near.id, middle.id, far.id];
    const keys = all
      .slice(1)
      .map((id) => `${rank.indexOf(cards.get(id)!.estateId)} ${cards.get(id)!.windowFrom} ${id}`);
    expect(keys).toEqual([...keys].sort());
  });

  it('refuses a place that it did not give', async () => {
    for (const cursor of [
      'x',
      Buffer.from('own,1,2').toString('base64url'),
      Buffer.from('a,b,c,d').toString('base64url'),
    ]) {
      await expect(as(sited).companion.openTasks({ cursor })).rejects.toMatchObject({ code: 'bad_input' });
    }
  });
});
