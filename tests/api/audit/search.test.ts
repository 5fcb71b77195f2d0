import { dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

/** The street looks for what was done, by whom, to whom, and when. */
const app = await openApp('2026-05-06T09:00:00+08:00');
const day = 86_400_000;
type One = Awaited<ReturnType<typeof app.someone>> & { accountId: string };
let streetId = '';
let elderId = '';
let elderName = '';
let office: One;
let worker: One;
let other: One;

async function someone(role: 'streetOffice' | 'gridWorker' | 'volunteer', at = streetId): Promise<One> {
  const elder = (await app.store.connection.collection('elders').findOne({ streetId: at }))!;
  const signedIn = await app.someone(role, { streetId: at, communityIds: [String(elder.communityId)] });
  return { ...signedIn, accountId: (await signedIn.client.accounts.me()).accountId };
}
/** What the rooms do when they act or show, by a call of this person. */
async function act(
  by: One,
  name: string,
  about: { reveal?: boolean; reason?: string; what?: string },
  outcome = 'done',
) {
  const caller = (await app.accounts.door.whoIs(by.token))!;
  const call = app.audit.border.ofCall({ act: name, caller, input: { elderId }, requestId: newId(app.clock()) });
  call.begin();
  call.about(about);
  await call.end(outcome);
}
const rules = { autoOpenKinds: [], closedKinds: [], confirmAfterHours: 48 };
const mine = { limit: 50 };

beforeAll(async () => {
  const streets = await app.streets.all();
  streetId = streets.find(({ name }) => /^友谊路/.test(name))!.id;
  const elder = (await app.store.connection.collection('elders').findOne({ streetId }))!;
  elderId = String(elder._id);
  elderName = (await app.registry.door.elderNames(streetId, [elderId])).get(elderId)!;
  await someone('volunteer');
  app.clock.forward(2 * day);
  worker = await someone('gridWorker');
  await act(worker, 'registry.reveal', { reveal: true, what: '联系电话、身份证号', reason: '送医要用' });
  await act(worker, 'registry.reveal', { reveal: true, reason: '随便看看' }, 'elder_not_found');
  app.clock.forward(day);
  // Staff are signed out over night.
  other = await someone('streetOffice', streets.find(({ name }) => /^海棠路/.test(name))!.id);
  office = await someone('streetOffice');
  await office.client.office.setRules({ rules, reason: '夏季调整' });
});
const found = async (filter: Parameters<typeof office.client.office.audit>[0]) =>
  (await office.client.office.audit({ ...mine, ...filter })).items;

it('shows who did what, when, to whom, why, and how it ended, newest first', async () => {
  const [first, second, third] = (await found({})).filter(({ group }) => group !== 'access');
  expect(first).toMatchObject({
    ...{ accountId: office.accountId, roleLabel: '街道', group: 'change', groupLabel: '办理和修改' },
    ...{ act: '修改街道规定，立即生效，写明原因', reason: '夏季调整', outcome: 'done', outcomeWords: '已完成' },
    at: app.clock().toISOString(),
  });
  expect(first!.who).toMatch(/^测试\d+号$/);
  expect(second).toMatchObject({
    ...{ accountId: worker.accountId, roleLabel: '网格员', group: 'reveal', reason: '随便看看', outcome: 'refused' },
    ...{ outcomeWords: '被拒绝：没有找到这位老人，或不在您的范围内。', elders: [{ id: elderId, name: elderName }] },
  });
  expect(third).toMatchObject({ what: '联系电话、身份证号', reason: '送医要用', outcome: 'done' });
});

describe('finds by', () => {
  it('day, the first and the last included', async () => {
    const [today, before] = [dayOf(app.clock()), dayOf(app.clock().getTime() - day)];
    const days = async (from?: string, to?: string) =>
      new Set((await found({ ...(from && { from }), ...(to && { to }) })).map(({ at }) => dayOf(new Date(at))));
    expect(await days(before, before)).toEqual(new Set([before]));
    expect(await days(before)).toEqual(new Set([before, today]));
    expect(await days(undefined, before)).not.toContain(today);
    expect(await days(undefined, before)).toContain(dayOf(app.clock().getTime() - 3 * day));
  });

  it('person, elder, heading and outcome, and by all of them together', async () => {
    const by = await found({ accountId: worker.accountId });
    expect(by.length).toBeGreaterThanOrEqual(3);
    expect(new Set(by.map(({ accountId }) => accountId))).toEqual(new Set([worker.accountId]));
    const of = await found({ elderId });
    expect(of.filter(({ accountId }) => accountId === worker.accountId)).toHaveLength(2);
    expect(of.every(({ elders }) => elders.some(({ id }) => id === elderId))).toBe(true);
    for (const group of ['reveal', 'change', 'access'] as const) {
      const rows = await found({ group });
      expect([group, new Set(rows.map((row) => row.group))]).toEqual([group, new Set([group])]);
    }
    expect(await found({ group: 'exchange' })).toEqual([]);
    for (const outcome of ['done', 'refused'] as const) {
      const rows = await found({ outcome });
      expect([outcome, new Set(rows.map((row) => row.outcome))]).toEqual([outcome, new Set([outcome])]);
    }
    expect(await found({ outcome: 'unknown' })).toEqual([]);
    const one = await found({ accountId: worker.accountId, elderId, group: 'reveal', outcome: 'done' });
    expect(one.map(({ reason }) => reason)).toEqual(['送医要用']);
  });

  it('page, each row once though new ones come meanwhile', async () => {
    const to = dayOf(app.clock().getTime() - day);
    const all = await found({ to });
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await office.client.office.audit({ to, limit: 2, ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ seq }) => seq));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all.map(({ seq }) => seq));
    expect(new Set(paged).size).toBe(paged.length);
    await expect(office.client.office.audit({ cursor: 'eCx5' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

it('finds what was done about an old person’s requests by her name', async () => {
  const task = (await app.store.connection.collection('tasks').findOne({ streetId, status: 'asked' }))!;
  const of = String(task.elderId);
  const at = { streetId, communityIds: [String(task.communityId)] };
  const { client } = await app.someone('gridWorker', at);
  await client.companion.decline({ taskId: String(task._id), reason: '今天没有志愿者有空' });
  const [row] = await found({ elderId: of, group: 'change' });
  expect(row).toMatchObject({
    act: '不受理，写明原因，求助人会看到',
    reason: '今天没有志愿者有空',
    elders: [{ id: of }],
  });
});

it('reading is entered itself, with the elder it was about', async () => {
  await found({ elderId });
  const [latest] = await found({});
  expect(latest).toMatchObject({
    ...{ accountId: office.accountId, group: 'reveal', act: expect.stringMatching(/^查看操作记录/) },
    elders: [{ id: elderId, name: elderName }],
  });
});

it('is the street office’s alone, and of its own street', async () => {
  for (const role of ['gridWorker', 'volunteer'] as const) {
    const { client } = await someone(role);
    await expect(client.office.audit({})).rejects.toMatchObject({ code: 'not_allowed' });
  }
  const theirs = await other.client.office.audit({ ...mine, elderId });
  expect(theirs.items).toEqual([]);
  const { items } = await other.client.office.audit(mine);
  expect(items.map(({ accountId }) => accountId)).not.toContain(worker.accountId);
});

it('tells an elder who has looked at her file: what was shown, not what was refused', async () => {
  const { items, next } = await app.audit.door.revealsOf(streetId, elderId, { limit: 20 });
  expect(next).toBeNull();
  expect(items.filter(({ act }) => act === 'registry.reveal')).toMatchObject([
    {
      accountId: worker.accountId,
      role: 'gridWorker',
      what: '联系电话、身份证号',
      reason: '送医要用',
      outcome: 'done',
    },
  ]);
  const first = await app.audit.door.revealsOf(streetId, elderId, { limit: 1 });
  const rest = await app.audit.door.revealsOf(streetId, elderId, { limit: 20, cursor: first.next! });
  expect([...first.items, ...rest.items]).toEqual(items);
});
