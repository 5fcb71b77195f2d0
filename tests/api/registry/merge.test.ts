import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import { type FieldName, fieldNames } from '@wubian/shared/registry/fields.ts';
import { decidedFields, isUnitable } from '@wubian/shared/registry/merging.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId, type FactsGiven, someFacts } from '../../factories/elder-facts.ts';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const db = app.store.connection;
let office: Client<WubianApi>;
let street: Awaited<ReturnType<typeof app.streets.street>>;
const why = '电话核实是同一位老人';

type Given = Partial<Omit<FactsGiven, 'address'>> & { address?: Partial<FactsGiven['address']> };
const first = () => street.communities[0]!;

beforeAll(async () => {
  street = (await app.streets.all()).find(({ name }) => /^友谊路/.test(name))!;
  office = (await app.someone('streetOffice', { streetId: street.id })).client;
});

async function added(given: Given = {}, community = first()): Promise<string> {
  const id = aRandomId();
  await office.registry.addElder({ id, facts: someFacts(community, given) });
  return id;
}
const versionOf = async (elderId: string) => (await office.registry.readElder({ elderId })).version;
const raw = async (id: string): Promise<string> =>
  Buffer.from(
    (await db.collection('elders').findOne({ _id: id as never }, { raw: true })) as unknown as Buffer,
  ).toString('hex');
const stored = (id: string) => db.collection('elders').findOne({ _id: id as never });

type Choose = Parameters<typeof office.registry.mergeElders>[0]['choose'];
async function merged(winnerId: string, loserId: string, choose: Choose = {}, by = office) {
  const [winnerVersion, loserVersion] = [await versionOf(winnerId), await versionOf(loserId)];
  const id = aRandomId();
  const answer = await by.registry.mergeElders({
    id,
    winnerId,
    loserId,
    winnerVersion,
    loserVersion,
    choose,
    why,
    dry: false,
  });
  return { id, ...answer };
}

/** Collections that tell what was, and may name a closed file. */
const memory = new Set(['merges', 'audit', 'auditInbox', 'handovers']);

/** Where else than in memory and in its own file an id stands, anywhere in any document. */
async function mentions(id: string): Promise<string[]> {
  const names = (await db.db!.listCollections().toArray()).map(({ name }) => name);
  const found: string[] = [];
  for (const name of names.filter((one) => !one.startsWith('system.') && !memory.has(one)))
    for await (const document of db.collection(name).find())
      if (String(document._id) !== id && JSON.stringify(document).includes(id)) found.push(`${name} ${document._id}`);
  return found;
}

/** A demo elder around whom everything has happened, and more. */
async function busyElder(): Promise<string> {
  const line = await db.collection('ledger').findOne({ streetId: street.id });
  const elderId = String(line!.elderId);
  const elder = (await stored(elderId))!;
  const communityIds = [String(elder.communityId)];
  const worker = (await app.someone('gridWorker', { streetId: street.id, communityIds })).client;
  const volunteer = await app.someone('volunteer', { streetId: street.id, communityIds });
  const family = await app.someone('family', { streetId: street.id });
  await app.someone('resident', { streetId: street.id, elderId, communityIds });
  const at = app.clock();
  const hours = (n: number) => new Date(at.getTime() + n * 3_600_000).toISOString();
  const window = { from: hours(30), to: hours(32) };
  await worker.companion.ask({ id: aRandomId(), elderId, kind: 'helpClean', window });
  const { accountId } = await volunteer.client.accounts.me();
  await worker.companion.setVolunteer({ accountId, qualifications: [], ownElderIds: [elderId] });
  const grantId = aRandomId();
  const asked = {
    streetId: street.id,
    communityId: communityIds[0]!,
    elderName: String(elder.name),
    relation: 'son' as const,
  };
  await family.client.registry.askGrant({ id: grantId, ...asked, scopes: ['see'], until: '2027-01-01' });
  await worker.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit', elderId });
  await worker.bedside.addRiskEvent({ elderId, id: aRandomId(), kind: 'fall', day: '2026-01-05' });
  await worker.bedside.addOldResult({
    ...{ elderId, id: aRandomId(), day: '2020-01-06', organisation: '测试机构' },
    result: { standard: 'MZ/T 039-2013', level: 2 },
  });
  return elderId;
}

describe('merging two files', () => {
  it('takes the chosen fields, closes the other file, and tells why in the history', async () => {
    const winnerId = await added({ name: '王秀兰', phone: null, careNotes: '听力不好' });
    const idNumber = anIdNumber('1944-03-08', 'female', 1);
    const loserId = await added({
      name: '王秀岚',
      idNumber,
      phone: '13800004321',
      careNotes: '拄拐',
      allergies: '青霉素',
    });
    const choose = { idNumber: 'loser', phone: 'loser', careNotes: 'both', allergies: 'loser' } as const;
    const { merge, result } = await merged(winnerId, loserId, choose);
    expect(merge).toMatchObject({ state: 'merged', winnerId, loserId, why });
    expect(result.find(({ field }) => field === 'careNotes')).toMatchObject({ said: '听力不好；拄拐', from: 'both' });
    const file = await office.registry.readElder({ elderId: winnerId });
    expect(file.facts).toMatchObject({ name: '王秀兰', phoneMasked: '138****4321', allergies: '青霉素' });
    expect(await office.registry.readElder({ elderId: loserId })).toMatchObject({ status: 'merged' });
    const { items } = await office.registry.listElders({ q: idNumber });
    expect(items.map(({ id }) => id)).toEqual([winnerId]);
    const [last] = (await office.registry.elderHistory({ elderId: winnerId })).items;
    expect(last).toMatchObject({ source: 'merge', why });
    await expect(
      office.registry.changeElder({ elderId: loserId, version: 2, changes: { diet: '软' }, why }),
    ).rejects.toMatchObject({ code: 'elder_closed' });
  });

  it('has everything that pointed to the closed file point to the other, in every collection there is', async () => {
    const loserId = await busyElder();
    const winnerId = await added({ name: '对照老人' });
    const pointed = await mentions(loserId);
    const collections = [...new Set(pointed.map((one) => one.split(' ')[0]))].sort();
    expect(collections).toEqual(
      expect.arrayContaining([
        'assessments',
        'grants',
        'ledger',
        'riskEvents',
        'roleAssignments',
        'tasks',
        'volunteers',
      ]),
    );
    const before = await Promise.all([raw(winnerId), raw(loserId)]);
    const { id, moves } = await merged(winnerId, loserId);
    expect(await mentions(loserId)).toEqual([]);
    expect((await mentions(winnerId)).sort()).toEqual([...pointed, `elders ${loserId}`].sort());
    expect(moves.map(({ label }) => label)).toEqual(expect.arrayContaining(['求助', '服务时长', '家属授权']));

    await office.registry.undoMerge({ mergeId: id, why: '不是同一人' });
    expect((await mentions(loserId)).sort()).toEqual(pointed.sort());
    expect(await mentions(winnerId)).toEqual([]);
    expect(await Promise.all([raw(winnerId), raw(loserId)])).toEqual(before);
  });

  it('keeps one of two grants of the same person, and gives both back', async () => {
    const [winnerId, loserId] = [await added(), await added()];
    const { client } = await app.someone('family', { streetId: street.id });
    const ids: string[] = [];
    for (const elderId of [winnerId, loserId]) {
      const grantId = aRandomId();
      ids.push(grantId);
      const asked = { streetId: street.id, communityId: first().id, elderName: '查无此人', relation: 'son' as const };
      await client.registry.askGrant({ id: grantId, ...asked, scopes: ['see'], until: '2027-01-01' });
      await office.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit', elderId });
    }
    const grants = async () =>
      (
        await db
          .collection('grants')
          .find({ _id: { $in: ids as never[] } })
          .sort({ _id: 1 })
          .toArray()
      ).map(({ state, elderId }) => `${state} ${elderId}`);
    const before = await grants();
    const { id } = await merged(winnerId, loserId);
    expect((await grants()).sort()).toEqual([`active ${winnerId}`, `ended ${winnerId}`]);
    expect((await client.registry.myElders()).items.map((one) => one.id)).toEqual([winnerId]);
    await office.registry.undoMerge({ mergeId: id, why });
    expect(await grants()).toEqual(before);
  });

  it('shows before what will become of it, and writes nothing then', async () => {
    const [winnerId, loserId] = [await added({ phone: null }), await added({ phone: '13800004321' })];
    const before = await Promise.all([raw(winnerId), raw(loserId)]);
    const ask = { id: aRandomId(), winnerId, loserId, winnerVersion: 1, loserVersion: 1, why, dry: true };
    const { merge, result } = await office.registry.mergeElders({ ...ask, choose: { phone: 'loser' } });
    expect(merge).toBeNull();
    expect(result.find(({ field }) => field === 'phone')).toMatchObject({ said: '138****4321', from: 'loser' });
    expect(await Promise.all([raw(winnerId), raw(loserId)])).toEqual(before);
  });

  it('answers a repeat as the first time, and writes once', async () => {
    const [winnerId, loserId] = [await added(), await added({ diet: '少盐' })];
    const ask = { id: aRandomId(), winnerId, loserId, winnerVersion: 1, loserVersion: 1, why, dry: false };
    const answers = await Promise.all(
      [1, 2].map(() => office.registry.mergeElders({ ...ask, choose: { diet: 'loser' } }).catch((e) => e)),
    );
    expect(answers.some((one) => one.merge?.state === 'merged')).toBe(true);
    expect((await office.registry.mergeElders({ ...ask, choose: { diet: 'loser' } })).merge).toMatchObject({
      state: 'merged',
    });
    expect((await stored(winnerId))!.changes).toHaveLength(2);
  });

  it('refuses what contradicts itself, stale screens, closed files and the dead as the loser', async () => {
    const born = anIdNumber('1944-03-08', 'female', 2);
    const [winnerId, loserId] = [await added({ birthDate: '1945-01-01' }), await added({ idNumber: born })];
    const ask = { id: aRandomId(), winnerId, loserId, winnerVersion: 1, loserVersion: 1, why, dry: false };
    const tried = (more: object) => office.registry.mergeElders({ ...ask, choose: {}, ...more }).catch((e) => e);
    expect(await tried({ choose: { idNumber: 'loser' } })).toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'choose.birthDate' }],
    });
    expect(await tried({ choose: { name: 'both' } })).toMatchObject({ fields: [{ field: 'choose.name' }] });
    expect(await tried({ loserVersion: 2 })).toMatchObject({ code: 'elder_changed' });
    expect(await tried({ loserId: winnerId })).toMatchObject({ code: 'bad_input' });
    expect(await tried({ loserId: aRandomId() })).toMatchObject({ code: 'elder_not_found' });
    await db.collection('elders').updateOne({ _id: loserId as never }, { $set: { status: 'dead' } });
    expect(await tried({})).toMatchObject({ code: 'merge_keeps_dead' });
    await db.collection('elders').updateOne({ _id: loserId as never }, { $set: { status: 'present' } });
    expect(await tried({})).toMatchObject({ merge: { state: 'merged' } });
    expect(await tried({ id: aRandomId() })).toMatchObject({ code: 'elder_closed' });
  });

  it('needs both files in reach', async () => {
    const second = street.communities[1]!;
    const [winnerId, loserId] = [await added(), await added({}, second)];
    const head = (await app.someone('communityHead', { streetId: street.id, communityIds: [first().id] })).client;
    const ask = { id: aRandomId(), winnerId, loserId, winnerVersion: 1, loserVersion: 1, choose: {}, why, dry: false };
    await expect(head.registry.mergeElders(ask)).rejects.toMatchObject({ code: 'elder_not_found' });
    await expect(head.registry.showPair({ leftId: winnerId, rightId: loserId })).rejects.toMatchObject({
      code: 'elder_not_found',
    });
    const { id } = await merged(winnerId, loserId);
    await expect(head.registry.readMerge({ mergeId: id })).rejects.toMatchObject({ code: 'merge_not_found' });
    expect((await head.registry.listMerges()).items.map((one) => one.id)).not.toContain(id);
    expect((await office.registry.listMerges({ elderId: loserId })).items.map((one) => one.id)).toEqual([id]);
  });
});

describe('undoing', () => {
  it('keeps what was changed since, gives the rest back, and names it before', async () => {
    const winnerId = await added({ phone: null, diet: '少盐', careNotes: '' });
    const loserId = await added({ phone: '13800004321', diet: '软食', careNotes: '拄拐' });
    const { id } = await merged(winnerId, loserId, { phone: 'loser', diet: 'loser', careNotes: 'loser' });
    await office.registry.changeElder({
      elderId: winnerId,
      version: 2,
      changes: { diet: '糖尿病餐' },
      why: '家属来电',
    });
    const seen = await office.registry.readMerge({ mergeId: id });
    expect(seen).toMatchObject({ canUndo: true, later: [{ why: '家属来电', labels: ['饮食禁忌'] }] });
    const loserBefore = (await stored(loserId))!;
    await office.registry.undoMerge({ mergeId: id, why: '弄错了' });
    expect((await office.registry.readElder({ elderId: winnerId })).facts).toMatchObject({
      ...{ phoneMasked: null, diet: '糖尿病餐', careNotes: '' },
    });
    const loser = await office.registry.readElder({ elderId: loserId });
    expect(loser).toMatchObject({ status: 'present', version: 1, facts: { diet: '软食', phoneMasked: '138****4321' } });
    expect(loserBefore.version).toBe(2);
  });

  it('leaves with the winner what was asked for since', async () => {
    const [winnerId, loserId] = [await added(), await added()];
    const worker = (await app.someone('gridWorker', { streetId: street.id, communityIds: [first().id] })).client;
    const { id } = await merged(winnerId, loserId);
    const at = app.clock().getTime();
    const window = { from: new Date(at + 36e5 * 30).toISOString(), to: new Date(at + 36e5 * 32).toISOString() };
    const taskId = aRandomId();
    await worker.companion.ask({ id: taskId, elderId: winnerId, kind: 'helpClean', window });
    await office.registry.undoMerge({ mergeId: id, why });
    expect(await db.collection('tasks').findOne({ _id: taskId as never })).toMatchObject({ elderId: winnerId });
  });

  it('is refused while the winner lies in another file, once is enough, and a number given away stays', async () => {
    const [a, b, c] = [await added(), await added(), await added()];
    const one = await merged(b, a);
    const two = await merged(c, b);
    await expect(office.registry.undoMerge({ mergeId: one.id, why })).rejects.toMatchObject({
      code: 'merge_undo_blocked',
    });
    await office.registry.undoMerge({ mergeId: two.id, why });
    expect(await office.registry.undoMerge({ mergeId: one.id, why })).toMatchObject({ state: 'undone' });
    expect(await office.registry.undoMerge({ mergeId: one.id, why })).toMatchObject({ state: 'undone' });
    await expect(office.registry.undoMerge({ mergeId: one.id, why: '又一次' })).rejects.toMatchObject({
      code: 'merge_moved_on',
    });

    const idNumber = anIdNumber('1944-03-08', 'female', 3);
    const d = await added({ idNumber });
    const three = await merged(a, d);
    const e = await added({ idNumber });
    await expect(office.registry.undoMerge({ mergeId: three.id, why })).rejects.toMatchObject({
      code: 'id_number_held',
    });
    expect(await office.registry.readElder({ elderId: e })).toMatchObject({ status: 'present' });
  });

  it('restores both files byte for byte, whatever was chosen', async () => {
    const choosable = fieldNames.filter((field) => !decidedFields.includes(field));
    const choices = fc.record(
      Object.fromEntries(
        choosable.map((field: FieldName) => [
          field,
          fc.constantFrom('winner', 'loser', ...(isUnitable(field) ? ['both'] : [])),
        ]),
      ),
      { requiredKeys: [] },
    );
    const text = fc.constantFrom('', '软食', '少盐少油', '海鲜');
    const facts = fc.record({
      name: fc.constantFrom('王秀兰', '李桂英', '张玉珍'),
      phone: fc.constantFrom(null, '13800001111', '13800002222'),
      ...{ diet: text, allergies: text, careNotes: text, family: text, hukouAddress: text },
      chronic: fc.constantFrom([], ['高血压'], ['糖尿病', '高血压']),
      withNumber: fc.boolean(),
    });
    let order = 10;
    await fc.assert(
      fc.asyncProperty(facts, facts, choices, async (left, right, choose) => {
        const [winnerId, loserId] = await Promise.all(
          [left, right].map(({ withNumber, chronic, ...given }) =>
            added({
              ...given,
              chronic: [...chronic],
              ...(withNumber && { idNumber: anIdNumber('1944-03-08', 'female', order++) }),
            }),
          ),
        );
        const before = await Promise.all([raw(winnerId!), raw(loserId!)]);
        const { id } = await merged(winnerId!, loserId!, choose as Choose);
        expect(await mentions(loserId!)).toEqual([]);
        await office.registry.undoMerge({ mergeId: id, why });
        expect(await Promise.all([raw(winnerId!), raw(loserId!)])).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a crash in the middle', () => {
  it('is gone on with by the job, from wherever it broke off, and so is an undo', async () => {
    let breaks = false;
    const orBreak = async () => {
      if (breaks) throw new Error('the machine went down');
    };
    const pointing = async () => (breaks ? ['one more'] : []);
    app.registry.onMerge({ collection: 'nowhere', label: '测试', pointing, move: orBreak, back: orBreak });
    const [winnerId, loserId] = [await added({ diet: '' }), await added({ diet: '软食' })];
    const before = await Promise.all([raw(winnerId), raw(loserId)]);
    const mergeId = aRandomId();
    const ask = { id: mergeId, winnerId, loserId, winnerVersion: 1, loserVersion: 1, why, dry: false };
    const goOn = async () => {
      breaks = false;
      app.clock.forward(31_000);
      expect(await app.registry.followMerges()).toBeGreaterThan(0);
    };

    breaks = true;
    const choose = { diet: 'loser' } as const;
    await expect(office.registry.mergeElders({ ...ask, choose })).rejects.toMatchObject({ code: 'unexpected' });
    const { version } = (await stored(winnerId))!;
    const edit = { elderId: winnerId, version, changes: { family: '独子在外地' }, why };
    await expect(office.registry.changeElder(edit)).rejects.toMatchObject({ code: 'elder_merging' });
    const third = await added();
    const other = { ...ask, id: aRandomId(), winnerId: third, loserId: winnerId, loserVersion: version };
    await expect(office.registry.mergeElders({ ...other, choose: {} })).rejects.toMatchObject({
      code: 'elder_merging',
    });
    await goOn();
    expect(await office.registry.readMerge({ mergeId })).toMatchObject({ merge: { state: 'merged' }, canUndo: true });
    expect(await office.registry.readElder({ elderId: winnerId })).toMatchObject({
      version: 2,
      facts: { diet: '软食' },
    });

    breaks = true;
    await expect(office.registry.undoMerge({ mergeId, why })).rejects.toMatchObject({ code: 'unexpected' });
    await goOn();
    expect(await office.registry.readMerge({ mergeId })).toMatchObject({ merge: { state: 'undone' } });
    expect(await Promise.all([raw(winnerId), raw(loserId)])).toEqual(before);
  });

  it('looks once more after a merge, for what was written about the closed file at that moment', async () => {
    const [winnerId, loserId] = [await added(), await added()];
    await merged(winnerId, loserId);
    const late = { _id: aRandomId() as never, streetId: street.id, elderId: loserId, followed: true };
    await db.collection('riskEvents').insertOne(late);
    app.clock.forward(121_000);
    await app.registry.followMerges();
    expect(await db.collection('riskEvents').findOne({ _id: late._id })).toMatchObject({ elderId: winnerId });
    await db.collection('riskEvents').deleteOne({ _id: late._id });
  });
});
