import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let elderId: string;
beforeAll(async () => {
  town = await registryTown();
  elderId = await town.elder();
});

it('shows a worker of her community the whole file with what is derived from it', async () => {
  const elder = await town.worker.api.registry.readElder({ elderId });
  expect(elder.facts).toMatchObject({
    name: '王秀兰',
    phoneMasked: '138****1234',
    contacts: [{ name: '周敏', relation: '女儿', phoneMasked: '138****5678' }],
    address: { communityId: town.first.id, gridId: null, building: '3' },
    careNotes: '听力不好，说话慢一点',
  });
  expect(elder).toMatchObject({
    id: elderId,
    version: 1,
    age: 82,
    communityName: '水西里',
    estateName: '水西里花园',
    addressLine: '水西里花园 3号楼',
    status: 'present',
    risk: { colour: 'red' },
    hasAccount: false,
    can: { edit: true, ask: true, merge: false, reveal: true },
  });
  const held = Object.fromEntries(elder.categories.map(({ category, holds }) => [category, holds]));
  expect(held).toMatchObject({ livingAlone: 'yes', advancedAge: 'yes', severelyDisabled: 'no', leftBehind: 'unknown' });
  expect(elder.categories.find(({ category }) => category === 'livingAlone')).toMatchObject({
    reason: '独自居住，子女住在外区或外地',
    facts: expect.arrayContaining([{ field: 'living', label: '居住状况', said: '独自居住' }]),
  });
  expect(elder.views.map(({ label }) => label)).toEqual(['街道六类', '国家六类', '天津七类']);
});

it('lets the street office read and edit, but not ask for her', async () => {
  const { can } = await town.office.api.registry.readElder({ elderId });
  expect(can).toMatchObject({ edit: true, ask: false });
});

it('tells the file in words, group by group, with nothing that needs a reveal', async () => {
  const { groups } = await town.worker.api.registry.readElder({ elderId });
  expect(groups.map(({ label }) => label)).toEqual([
    '身份',
    '户籍与人户状态',
    '住处',
    '居住与家庭',
    '联系人与钥匙',
    '待遇与证件',
    '健康与能力',
    '服务与设备',
  ]);
  const said = groups.flatMap(({ fields }) => fields.map(({ label, said: words }) => `${label}：${words}`));
  expect(said).toContain('居住状况：独自居住');
  expect(said).toContain('现住址：水西里 水西里花园 3号楼');
  expect(said).toContain('紧急联系人：周敏（女儿）138****5678');
  const whole = JSON.stringify(await town.worker.api.registry.readElder({ elderId }));
  expect(['13800001234', '13800005678', '501'].filter((secret) => whole.includes(secret))).toEqual([]);
});

it('says whether she can sign in herself', async () => {
  const withAccount = await town.elder({ name: '李桂英' });
  await town.someone('resident', { name: '李桂英', elderId: withAccount });
  expect((await town.worker.api.registry.readElder({ elderId: withAccount })).hasAccount).toBe(true);
});

describe('whom it refuses', () => {
  it.each([
    ['a worker of another community', () => town.otherWorker],
    ['the office of another street', () => town.farOffice],
  ])('%s: not found', async (_, who) => {
    await expect(who().api.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it('anyone, for an id that is not there', async () => {
    const unknown = { elderId: aRandomId() };
    await expect(town.worker.api.registry.readElder(unknown)).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it.each(['resident', 'family', 'volunteer', 'districtViewer'] as const)('a %s: not allowed', async (role) => {
    const someone = await town.someone(role, { communityIds: role === 'volunteer' ? [town.first.id] : [], elderId });
    await expect(someone.api.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('staff who have not passed the second factor', async () => {
    const staff = await town.stranger('新人');
    const held = { assignmentId: aRandomId(), accountId: staff.accountId, streetId: town.street.id };
    await town.accounts.give({ ...held, role: 'gridWorker', communityIds: [town.first.id], elderId: null }, '系统');
    await expect(staff.api.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'second_factor_needed' });
  });
});
