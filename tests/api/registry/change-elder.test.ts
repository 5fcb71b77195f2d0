import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const why = '上门核对';
const stored = async (id: string) => (await town.db.collection('elders').findOne({ _id: id as never }))!;
const changesOf = async (id: string) => (await stored(id)).changes as { by: string; fields: string[] }[];
const area = (community: typeof town.first) => ({ communityId: community.id, estateId: community.estates[0]!.id });

it('changes the file, what is derived from it, and how it is found', async () => {
  const elderId = await town.elder();
  const changes = {
    name: '赵淑珍',
    living: 'withSpouse' as const,
    phone: null,
    address: { ...area(town.first), room: '402' },
  };
  const changed = await town.worker.api.registry.changeElder({ elderId, version: 1, changes, why });
  expect(changed).toMatchObject({ version: 2, facts: { phoneMasked: null, name: '赵淑珍' } });
  expect(changed.categories.filter(({ holds }) => holds === 'yes').map(({ category }) => category)).toEqual([
    'advancedAge',
    'emptyNest',
  ]);
  const found = async (q: string) => (await town.worker.api.registry.listElders({ q })).items.map(({ id }) => id);
  expect(await found('zsz')).toEqual([elderId]);
  expect(await found('3-2-402')).toEqual([elderId]);
  expect(await found('wxl')).toEqual([]);
  expect(await found('13800001234')).toEqual([]);
});

describe('what the editor could not see', () => {
  it('stays as it was: numbers of contacts she kept, parts of the door she did not type', async () => {
    const elderId = await town.elder({ landline: '022-23456789' });
    await town.worker.api.registry.changeElder({
      elderId,
      version: 1,
      why,
      changes: {
        contacts: [
          { name: '周强', relation: '儿子', phone: '13900004444', was: null },
          { name: '周敏', relation: '长女', phone: null, was: 0 },
        ],
        address: { ...area(town.first), unit: '3' },
      },
    });
    const { fields } = await town.worker.api.registry.reveal({
      elderId,
      fields: ['contacts', 'address', 'landline'],
      reason: 'verify',
    });
    expect(fields.map(({ said }) => said)).toEqual([
      '周强（儿子）13900004444；周敏（长女）13800005678',
      '水西里 水西里花园 3号楼3门501（5层）',
      '02223456789',
    ]);
  });

  it('is not taken to another estate: the old door and its point are emptied', async () => {
    const elderId = await town.elder({ point: { longitude: 117.2, latitude: 39.1 } });
    const address = { communityId: town.first.id, estateId: town.first.estates[1]!.id, building: '9' };
    const moved = await town.worker.api.registry.changeElder({ elderId, version: 1, why, changes: { address } });
    expect(moved.facts).toMatchObject({ address: { building: '9' }, point: null });
    const { fields } = await town.worker.api.registry.reveal({ elderId, fields: ['address'], reason: 'verify' });
    expect(fields[0]!.said).toBe('水西里 水西里大院 9号楼');
  });

  it('names the contact whose number nobody knows', async () => {
    const elderId = await town.elder();
    const contacts = [{ name: '周强', relation: '儿子', phone: null, was: 3 }];
    await expect(
      town.worker.api.registry.changeElder({ elderId, version: 1, why, changes: { contacts } }),
    ).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'changes.contacts.0.phone' }] });
  });
});

it('wants a reason, and something to change', async () => {
  const elderId = await town.elder();
  const { changeElder } = town.worker.api.registry;
  await expect(changeElder({ elderId, version: 1, changes: { diet: '少盐' }, why: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'why' }],
  });
  await expect(changeElder({ elderId, version: 1, changes: {}, why })).rejects.toMatchObject({
    fields: [{ field: 'changes' }],
  });
});

describe('the history', () => {
  it('tells who changed what, when and why, before and after, field by field', async () => {
    const elderId = await town.elder();
    const { changeElder, elderHistory } = town.worker.api.registry;
    await changeElder({ elderId, version: 1, why: '评估员来电', changes: { careNotes: '拄拐', living: null } });
    await changeElder({ elderId, version: 2, why: '女儿换了手机', changes: { phone: '13900003333', living: 'alone' } });
    const { items } = await elderHistory({ elderId });
    expect(items.slice(0, 2)).toMatchObject([
      {
        version: 3,
        byName: '刘芳',
        why: '女儿换了手机',
        source: 'form',
        fields: [
          { label: '手机', before: '138****1234', after: '139****3333' },
          { label: '居住状况', before: '', after: '独自居住' },
        ],
      },
      {
        version: 2,
        fields: expect.arrayContaining([
          { field: 'careNotes', label: '照护提示', before: '听力不好，说话慢一点', after: '拄拐' },
          { field: 'living', label: '居住状况', before: '独自居住', after: '' },
        ]),
      },
    ]);
    expect(items.at(-1)).toMatchObject({ version: 1, byName: '何静', why: '新建档案' });
    const only = await elderHistory({ elderId, field: 'phone' });
    expect(only.items.map(({ version }) => version)).toEqual([3, 1]);
  });

  it('holds no value in the open', async () => {
    const elderId = await town.elder();
    await town.worker.api.registry.changeElder({ elderId, version: 1, why, changes: { careNotes: '拄拐' } });
    const dump = JSON.stringify(await stored(elderId));
    expect(['拄拐', '听力不好', '13800001234'].filter((secret) => dump.includes(secret))).toEqual([]);
    expect((await changesOf(elderId))[1]).toMatchObject({ by: town.worker.accountId, fields: ['careNotes'] });
  });
});

describe('two who change at once', () => {
  it('do not write over each other: one is told so and sees the newer file', async () => {
    const elderId = await town.elder();
    const change = (who: typeof town.worker, careNotes: string) =>
      who.api.registry.changeElder({ elderId, version: 1, why, changes: { careNotes } });
    const answers = await Promise.allSettled([change(town.worker, '一'), change(town.office, '二')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'elder_changed' } });
    expect(await town.worker.api.registry.readElder({ elderId })).toMatchObject({ version: 2 });
  });

  it('answers a repeat of one’s own change as the first time', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, why, changes: { careNotes: '重试' } };
    await town.worker.api.registry.changeElder(request);
    expect(await town.worker.api.registry.changeElder(request)).toMatchObject({ version: 2 });
    expect(await changesOf(elderId)).toHaveLength(2);
    const other = { ...request, changes: { careNotes: '别的' } };
    await expect(town.worker.api.registry.changeElder(other)).rejects.toMatchObject({ code: 'elder_changed' });
  });
});

describe('scope', () => {
  it('hides files of other communities and streets', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, why, changes: { diet: '少盐' } };
    for (const who of [town.otherWorker, town.farOffice])
      await expect(who.api.registry.changeElder(request)).rejects.toMatchObject({ code: 'elder_not_found' });
    const unknown = { ...request, elderId: aRandomId() };
    await expect(town.worker.api.registry.changeElder(unknown)).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it('lets a worker send nobody to a community that is not hers; the office may', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, why, changes: { address: area(town.second) } };
    await expect(town.worker.api.registry.changeElder(request)).rejects.toMatchObject({ code: 'area_unknown' });
    await town.office.api.registry.changeElder(request);
    await expect(town.worker.api.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
    expect(await town.otherWorker.api.registry.readElder({ elderId })).toMatchObject({ communityName: '银杏里' });
  });
});
