import { describe, expect, it } from 'vitest';
import { wellScores } from '../../factories/assessments.ts';
import { everythingIn } from '../../support/everything.ts';
import { anId, openPrivacyTown, seeds } from '../../support/privacy-town.ts';

const town = await openPrivacyTown();
const { elderId, volunteer, daughter, resident } = town;
const hour = 3_600_000;
const words = { bring: '带一袋大米来', did: '擦了窗户和灶台', noticed: '膝盖肿了走不动', concern: '怀疑又没按时吃药' };

/** Help that was served and confirmed. */
async function serve(): Promise<void> {
  const from = new Date(town.clock().getTime() + hour);
  const window = { from: from.toISOString(), to: new Date(from.getTime() + 2 * hour).toISOString() };
  const taskId = anId();
  const asked = {
    id: taskId,
    elderId,
    kind: 'helpClean' as const,
    window,
    bring: words.bring,
    doorNote: seeds.doorNotes,
  };
  const task = await resident.client.companion.ask(asked);
  if (task.status === 'asked') await town.worker.client.companion.open({ taskId });
  await volunteer.client.companion.claim({ taskId });
  town.clock.set(from);
  await volunteer.client.companion.start({ taskId, at: from.toISOString() });
  town.clock.forward(hour);
  const { did, noticed, concern } = words;
  await volunteer.client.companion.finish({ taskId, at: town.clock().toISOString(), did, noticed, concern });
  await resident.client.companion.confirm({ taskId });
  await town.drain();
}
await serve();

// Two hours later everybody of the staff has to sign in again.
const here = { streetId: town.street.id };
const [office, second, worker, farWorker] = await Promise.all([
  town.someone('streetOffice', here),
  town.someone('streetOffice', here),
  town.someone('gridWorker', { ...here, communityIds: [town.home.id] }),
  town.someone('gridWorker', { ...here, communityIds: [town.far.id] }),
]);

/** An assessment, an event, a consent, a look, an emergency. */
async function know(): Promise<void> {
  await worker.client.bedside.addAssessment({
    ...{ elderId, id: anId(), day: '2026-05-05', reason: 'first', scores: wellScores, note: seeds.chronic },
    ...{
      coma: false,
      dementia: false,
      mentalDisorder: false,
      assessors: ['测试甲', '测试乙'],
      organisation: '测试机构',
    },
  });
  await worker.client.bedside.addRiskEvent({
    elderId,
    id: anId(),
    kind: 'fall',
    day: '2026-05-05',
    words: seeds.careNotes,
  });
  await worker.client.registry.giveConsent({
    ...{ elderId, id: anId(), purpose: 'visit', version: 1, answer: 'given', giver: 'relative', how: 'oral' },
    ...{ giverName: '周敏', capacity: seeds.chronic },
  });
  await worker.client.registry.reveal({ elderId, fields: ['phone'], reason: 'other', words: '问候' });
  await farWorker.client.registry.breakGlass({
    id: anId(),
    name: seeds.name,
    phone: seeds.phone,
    why: '邻居说没人应门',
  });
}

await know();

const ask = (kind: 'export' | 'erase', who = office, more: object = {}) =>
  who.client.registry.askRights({
    ...{ id: anId(), elderId, kind, asker: 'elder', askerName: seeds.name, proof: 'idCard', why: '本人来街道申请' },
    ...more,
  });

describe('a person’s rights', () => {
  it('register a request with the day by which it is answered, for the office alone', async () => {
    const request = await ask('export');
    expect(request).toMatchObject({
      ...{ elderName: seeds.name, kindLabel: '要一份副本', askerLabel: '老人本人', state: 'open', overdue: false },
      can: { export: true, erase: false, refuse: true },
    });
    expect(request.due > '2026-05-20').toBe(true);
    for (const who of [worker, daughter, resident])
      await expect(ask('export', who)).rejects.toMatchObject({ code: 'not_allowed' });
    const stranger = await town.someone('streetOffice', { streetId: town.other.id });
    await expect(ask('export', stranger)).rejects.toMatchObject({ code: 'elder_not_found' });
    expect((await stranger.client.registry.listRights({})).items).toEqual([]);
    const theirs = stranger.client.registry.exportPerson({ requestId: request.id });
    await expect(theirs).rejects.toMatchObject({ code: 'rights_not_found' });
  });

  it('give her everything that is held about her in words, and put that on record', async () => {
    const { items } = await office.client.registry.listRights({});
    const { html, json, fileName } = await office.client.registry.exportPerson({ requestId: items[0]!.id });
    expect(fileName).toContain(seeds.name);
    const held = [...Object.values(seeds), ...Object.values(words)];
    for (const text of [...held, '上门探访', '亲属代答', '问候', '邻居说没人应门', 'GB/T 42195', '跌倒', '擦了窗户']) {
      expect([text, html.includes(text)]).toEqual([text, true]);
      expect([text, json.includes(text)]).toEqual([text, true]);
    }
    expect(html).not.toMatch(/<script|https?:/);
    const looks = (await resident.client.registry.fileViews({ elderId })).items;
    expect(looks[0]).toMatchObject({ what: '生成个人信息副本（全部内容）', why: '本人来街道申请' });
    const again = await office.client.registry.exportPerson({ requestId: items[0]!.id });
    expect(again.fileName).toBe(fileName);
    const others = second.client.registry.exportPerson({ requestId: items[0]!.id });
    await expect(others).rejects.toMatchObject({ code: 'rights_closed' });
  });

  it('are refused with the reason, once', async () => {
    const { id: requestId } = await ask('export');
    const refused = { requestId, reason: '不是本人，也没有监护证明' };
    expect(await office.client.registry.refuseRights(refused)).toMatchObject({ done: { words: refused.reason } });
    expect(await office.client.registry.refuseRights(refused)).toMatchObject({ state: 'refused' });
    const other = office.client.registry.refuseRights({ requestId, reason: '换个理由' });
    await expect(other).rejects.toMatchObject({ code: 'rights_closed' });
  });

  it('do not erase while help is under way, nor by one person alone', async () => {
    const taskId = await town.openTask();
    const request = await ask('erase');
    expect(request).toMatchObject({ hindrance: '还有 1 件求助没有办完', can: { erase: false } });
    const requestId = request.id;
    await expect(office.client.registry.erasePerson({ requestId })).rejects.toMatchObject({
      code: 'second_person_needed',
    });
    const hindered = second.client.registry.erasePerson({ requestId });
    await expect(hindered).rejects.toMatchObject({ code: 'rights_hindered', message: expect.stringContaining('1 件') });
    await worker.client.companion.cancel({ taskId, reason: '老人不需要了' });
    await town.drain();
    await office.client.registry.refuseRights({ requestId, reason: '重新登记' });
  });

  it('erase all that may go, and name before and after what the law keeps', async () => {
    const stored = await everythingIn(town);
    for (const seed of Object.values(seeds)) expect([seed, stored.includes(seed)]).toEqual([seed, true]);

    const request = await ask('erase');
    expect(request).toMatchObject({ hindrance: '', can: { erase: false } });
    expect(request.goes.join()).toMatch(/档案全部内容.*能力评估/);
    expect(request.kept.map(({ what }) => what).join()).toMatch(/操作记录.*1 次服务的志愿者/);
    for (const { until, why } of request.kept) expect(until.length * why.length).toBeGreaterThan(0);
    const { items } = await second.client.registry.listRights({});
    expect(items.find(({ id }) => id === request.id)!.can.erase).toBe(true);

    const done = await second.client.registry.erasePerson({ requestId: request.id });
    expect(done).toMatchObject({
      state: 'done',
      elderName: '已删除',
      askerName: '',
      goes: request.goes,
      kept: request.kept,
    });
    expect(await second.client.registry.erasePerson({ requestId: request.id })).toEqual(done);

    const left = await everythingIn(town);
    const gone = [...Object.values(seeds), ...Object.values(words)];
    // The reasons of the audit are kept, sealed; nobody typed her name or a number of hers into one.
    expect(gone.filter((text) => left.includes(text))).toEqual([]);
    expect(gone.filter((text) => town.logged.join('\n').includes(text))).toEqual([]);
  });

  it('leave a tombstone that nobody finds, and the volunteer’s minutes', async () => {
    const db = town.store.connection;
    const stone = await db.collection('elders').findOne({ _id: elderId as never });
    expect(stone).toMatchObject({
      status: 'erased',
      name: '已删除',
      phoneKeys: [],
      doorKeys: [],
      idKey: null,
      keys: [],
    });
    await expect(office.client.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
    for (const q of [seeds.name, seeds.phone, seeds.idNumber, `9-1-${seeds.door}`])
      expect((await office.client.registry.listElders({ q })).items).toEqual([]);
    await expect(daughter.client.registry.fileViews({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
    await expect(resident.client.accounts.me()).rejects.toMatchObject({ code: 'session_expired' });
    const [line] = await db.collection('ledger').find({ elderId }).toArray();
    expect(line).toMatchObject({ minutes: 60 });
  });
});
