import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let elderId: string;
beforeAll(async () => {
  town = await registryTown();
  elderId = await town.elder();
});

it('shows a worker of her community the whole file with what is derived from it', async () => {
  const elder = await town.worker.api.registry.readElder({ elderId });
  const asked = someFacts(town.first);
  expect(elder.facts).toEqual({ ...asked, point: null, address: { ...asked.address, gridId: null, note: '' } });
  expect(elder).toMatchObject({
    id: elderId,
    version: 1,
    age: 82,
    communityName: '水西里',
    estateName: '水西里花园',
    addressLine: '水西里花园 3号楼2门501',
    ruleVersion: 'street-six-2026.1',
    hasAccount: false,
    can: { edit: true, ask: true },
  });
  expect(elder.categories.map(({ holds }) => holds)).toEqual(['yes', 'yes', 'no', 'no', 'no', 'no']);
  expect(elder.categories[0]!.reason).toBe('独自居住，子女住在外区或外地');
});

it('lets the street office read and edit, but not ask for her', async () => {
  const { can } = await town.office.api.registry.readElder({ elderId });
  expect(can).toEqual({ edit: true, ask: false });
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
