import type { Input } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import {
  type LifeMove,
  type LifeStatus,
  lifeMoveNames,
  lifeMoves,
  lifeMovesFrom,
  lifeStatuses,
} from '@wubian/shared/registry/life.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let head: Someone;
beforeAll(async () => {
  town = await registryTown();
  head = await town.someone('communityHead', { name: '高敏', communityIds: [town.first.id] });
});

type Move = Input<typeof registry.moveLife>;
const today = () => dayOf(town.clock());
const move = (elderId: string, act: LifeMove, seen: LifeStatus, given: Partial<Move> = {}, by: Someone = town.worker) =>
  by.api.registry.moveLife({ elderId, id: aRandomId(), seen, move: act, on: today(), why: '家属来电', ...given });
const lifeOf = (elderId: string, by: Someone = town.worker) => by.api.registry.listLife({ elderId });
const stored = async (elderId: string) => (await town.db.collection('elders').findOne({ _id: elderId as never }))!;

/** What the clock brings when so many days have passed; then it is the first day again, and nobody's session has run out. */
async function inDays<T>(days: number, run: () => Promise<T>): Promise<T> {
  const now = town.clock();
  town.clock.forward(days * 24 * 3_600_000);
  try {
    return await run();
  } finally {
    town.clock.set(now);
  }
}

/** The shortest way into each status. */
const into: Record<Exclude<LifeStatus, 'merged' | 'erased'>, LifeMove[]> = {
  present: [],
  inHospital: ['toHospital'],
  inInstitution: ['toInstitution'],
  movedOut: ['moveOut'],
  dead: ['die'],
};
async function elderIn(status: keyof typeof into): Promise<string> {
  const elderId = await town.elder({ name: '王秀兰' });
  for (const act of into[status]) await move(elderId, act, 'present');
  return elderId;
}

describe.each(Object.keys(into) as (keyof typeof into)[])('from %s', (status) => {
  it.each(lifeMoveNames)('%s', async (act) => {
    const elderId = await elderIn(status);
    const before = await stored(elderId);
    if (!lifeMovesFrom(status).includes(act)) {
      const words = `现在是“${lifeStatuses[status]}”，不能登记“${lifeMoves[act].label}”`;
      const refused = { code: 'bad_input', fields: [{ field: 'move', words }] };
      await expect(move(elderId, act, status)).rejects.toMatchObject(refused);
      await expect(town.worker.api.registry.foreseeLife({ elderId, move: act })).rejects.toMatchObject(refused);
      expect(await stored(elderId)).toEqual(before);
      return;
    }
    const { lines } = await town.worker.api.registry.foreseeLife({ elderId, move: act });
    expect(lines).toContain('登记错了可以撤销，要由另一位工作人员确认。');
    expect(await stored(elderId)).toEqual(before);

    const to = lifeMoves[act].to;
    const elder = await move(elderId, act, status, { why: '儿子当面说的' });
    expect(elder).toMatchObject({ status: to, statusSince: today(), statusUntil: null, moves: lifeMovesFrom(to) });
    expect(elder.version).toBe(before.version + 1);
    const after = await stored(elderId);
    expect(after.keys).toContain(`status:${to}`);
    expect(after.keys).not.toContain(`status:${status}`);
    expect(JSON.stringify(after)).not.toContain('儿子当面说的');
    const [newest] = (await lifeOf(elderId)).items;
    expect(newest).toMatchObject({ act, label: lifeMoves[act].label, why: '儿子当面说的', byName: '刘芳' });
  });
});

describe('a move', () => {
  it('is made once, however often it is sent', async () => {
    const elderId = await town.elder();
    const id = aRandomId();
    const first = await move(elderId, 'toHospital', 'present', { id, until: addDays(today(), 5) });
    expect(await move(elderId, 'toHospital', 'present', { id, until: addDays(today(), 5) })).toEqual(first);
    expect((await lifeOf(elderId)).items).toHaveLength(1);
    await expect(move(elderId, 'die', 'inHospital', { id })).rejects.toMatchObject({ code: 'id_taken' });
  });

  it('is refused to who has seen another status, and one of two at once wins', async () => {
    const elderId = await town.elder();
    const both = await Promise.allSettled([
      move(elderId, 'toHospital', 'present'),
      move(elderId, 'toInstitution', 'present', {}, head),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected')!;
    expect(lost.reason).toMatchObject({ code: 'life_moved_on' });
    await expect(move(elderId, 'die', 'present')).rejects.toMatchObject({ code: 'life_moved_on' });
  });

  it('waits for somebody else’s edit of the file, and tells an older editor that the file has changed', async () => {
    const elderId = await town.elder();
    const { version } = await town.worker.api.registry.readElder({ elderId });
    const change = (v: number) =>
      head.api.registry.changeElder({ elderId, version: v, changes: { careNotes: '怕冷' }, why: '走访' });
    const [moved, changed] = await Promise.allSettled([move(elderId, 'toHospital', 'present'), change(version)]);
    expect(moved.status).toBe('fulfilled');
    if (changed.status === 'rejected') expect(changed.reason).toMatchObject({ code: 'elder_changed' });
    await expect(change(version)).rejects.toMatchObject({ code: 'elder_changed' });
    expect((await stored(elderId)).status).toBe('inHospital');
  });

  it.each<[string, LifeMove, Partial<Move>, string, string]>([
    ['tomorrow', 'die', { on: '2026-05-07' }, 'on', '日期不能晚于今天'],
    ['before the birth', 'die', { on: '1944-03-07' }, 'on', '日期不能早于出生日期'],
    ['a return today', 'toHospital', { until: '2026-05-06' }, 'until', '预计回家的日期要在今天以后'],
    ['a return of who moves out', 'moveOut', { until: '2026-05-16' }, 'until', '只有住院、入住机构才填预计回家的日期'],
    ['no reason', 'die', { why: '  ' }, 'why', '请写明原因'],
  ])('of %s is refused by field', async (_, act, given, field, words) => {
    const elderId = await town.elder({ birthDate: '1944-03-08' });
    await expect(move(elderId, act, 'present', given)).rejects.toMatchObject({ fields: [{ field, words }] });
    expect((await lifeOf(elderId)).items).toEqual([]);
  });

  it('of a day before the last one is refused by field', async () => {
    const elderId = await elderIn('inHospital');
    const refused = { fields: [{ field: 'on', words: `日期不能早于上一次变动（${today()}）` }] };
    await expect(move(elderId, 'die', 'inHospital', { on: '2026-05-05' })).rejects.toMatchObject(refused);
  });

  it('is nobody’s outside the area', async () => {
    const elderId = await town.elder();
    for (const who of [town.otherWorker, town.farOffice]) {
      const notHers = { code: 'elder_not_found' };
      await expect(move(elderId, 'die', 'present', {}, who)).rejects.toMatchObject(notHers);
      await expect(lifeOf(elderId, who)).rejects.toMatchObject(notHers);
      await expect(who.api.registry.foreseeLife({ elderId, move: 'die' })).rejects.toMatchObject(notHers);
      await expect(who.api.registry.changeReturn({ elderId, until: null, why: '无' })).rejects.toMatchObject(notHers);
    }
  });
});

describe('the way back', () => {
  it('comes by itself on its day, once, with a reminder the day before', async () => {
    const elderId = await town.elder({ name: '孙玉兰', responsibleId: town.worker.accountId });
    const until = addDays(today(), 3);
    await move(elderId, 'toHospital', 'present', { until }, head);
    const toWorker = async () =>
      (await town.toldTo(town.worker)).filter(({ body }) => body.includes('孙玉兰')).map(({ title }) => title);
    expect(await toWorker()).toEqual(['老人住院']);

    const bringBack = () => town.registry.bringBack();
    expect(await inDays(1, bringBack)).toBe(0);
    expect(await toWorker()).toEqual(['老人住院']);
    for (let times = 0; times < 3; times++) expect(await inDays(2, bringBack)).toBe(0);
    expect(await toWorker()).toEqual(['老人明天预计回家', '老人住院']);

    const backs = await inDays(3, () => Promise.all([bringBack(), bringBack()]));
    expect(backs[0]! + backs[1]!).toBe(1);
    expect(await inDays(3, bringBack)).toBe(0);
    expect(await toWorker()).toEqual(['今天是预计回家的日子', '老人明天预计回家', '老人住院']);
    const [newest] = (await lifeOf(elderId)).items;
    expect(newest).toMatchObject({ act: 'comeBack', byName: '系统', why: '到了预计回家的日期', on: until });
    expect(await town.worker.api.registry.readElder({ elderId })).toMatchObject({
      status: 'present',
      statusSince: until,
      statusUntil: null,
    });
    expect((await stored(elderId)).keys).toContain('status:present');
    const entries = ['auditInbox', 'audit'].map((name) =>
      town.db.collection(name).countDocuments({ act: 'registry.comeBackByDay', elderIds: elderId }),
    );
    expect((await Promise.all(entries)).reduce((all, n) => all + n)).toBe(1);
  });

  it('is made up for after a stop of days, on its own day', async () => {
    const elderId = await town.elder();
    const until = addDays(today(), 2);
    await move(elderId, 'toInstitution', 'present', { until });
    expect(await inDays(9, () => town.registry.bringBack())).toBeGreaterThan(0);
    expect((await lifeOf(elderId)).items[0]).toMatchObject({ act: 'comeBack', on: until });
  });

  it('does not bring back who was moved meanwhile, or is expected later', async () => {
    const [died, later, open] = await Promise.all([town.elder(), town.elder(), town.elder()]);
    const until = addDays(today(), 2);
    for (const elderId of [died, later, open]) await move(elderId, 'toHospital', 'present', { until });
    await move(died, 'die', 'inHospital');
    const to = (elderId: string, day: string | null) =>
      town.worker.api.registry.changeReturn({ elderId, until: day, why: '医生说的' });
    expect(await to(later, addDays(today(), 20))).toMatchObject({ statusUntil: addDays(today(), 20) });
    const first = await to(open, null);
    expect(first).toMatchObject({ status: 'inHospital', statusUntil: null });
    expect(await to(open, null)).toEqual(first);
    expect(await inDays(3, () => town.registry.bringBack())).toBe(0);
    const now = await Promise.all([died, later, open].map(async (id) => (await stored(id)).status));
    expect(now).toEqual(['dead', 'inHospital', 'inHospital']);
  });

  it('has no day for who is at home, and none that is past', async () => {
    const [home, away] = await Promise.all([town.elder(), elderIn('inHospital')]);
    const to = (elderId: string, until: string) =>
      town.worker.api.registry.changeReturn({ elderId, until, why: '医生说的' });
    await expect(to(home, addDays(today(), 3))).rejects.toMatchObject({ fields: [{ field: 'until' }] });
    await expect(to(away, today())).rejects.toMatchObject({ fields: [{ field: 'until' }] });
  });
});

it('an 80th birthday renews the keys, and only the keys', async () => {
  const day = today();
  const born = `${Number(day.slice(0, 4)) - 80}${addDays(day, 2).slice(4)}`;
  const [soon, old] = await Promise.all([town.elder({ birthDate: born }), town.elder({ birthDate: '1930-01-01' })]);
  const [before, beforeOld] = await Promise.all([stored(soon), stored(old)]);
  expect(before.keys).toContain('risk:orange');
  const renew = () => town.registry.renewKeys();
  expect(await inDays(1, renew)).toBe(0);
  expect(await inDays(2, renew)).toBe(1);
  expect(await inDays(2, renew)).toBe(0);
  const after = await stored(soon);
  expect(after.keys).toEqual(expect.arrayContaining(['yes:advancedAge', 'risk:red']));
  expect({ ...after, keys: null, keysDay: null }).toEqual({ ...before, keys: null, keysDay: null });
  expect(await stored(old)).toEqual(beforeOld);
  const found = await town.worker.api.registry.listElders({ category: 'advancedAge', risk: 'red', limit: 50 });
  expect(found.items.map(({ id }) => id)).toContain(soon);
});
