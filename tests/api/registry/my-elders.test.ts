import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/actor.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let elderId: string;
let mother: Someone;
let daughter: Someone;
beforeAll(async () => {
  town = await registryTown();
  elderId = await town.elder();
  mother = await town.someone('resident', { name: '王秀兰', communityIds: [town.first.id], elderId });
  daughter = await town.someone('family', { name: '周敏' });
});
const confirm = async (grantId: string) =>
  void (await town.office.api.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit' }));
const actorOf = (who: Someone, more: Pick<Actor, 'role'> & Partial<Actor>): Actor => ({
  accountId: who.accountId,
  sessionId: '',
  name: who.name,
  secondFactor: true,
  assignmentId: '',
  streetId: town.street.id,
  communityIds: [],
  elderId: null,
  ...more,
});

it('shows an old person herself, whom to ring, and her contacts in their order', async () => {
  expect((await mother.api.registry.myElders()).items).toEqual([
    {
      id: elderId,
      name: '王秀兰',
      status: 'present',
      statusUntil: null,
      relation: 'self',
      scopes: ['see', 'ask', 'confirm'],
      until: null,
      communityName: '水西里',
      addressLine: '水西里花园 3号楼2门501',
      worker: { name: '刘芳', phone: town.worker.phone },
      communityPhone: '022-23330000',
      contacts: [{ name: '周敏', relation: '女儿', phone: '13800005678' }],
    },
  ]);
});

describe('family', () => {
  it('sees nobody before the grant is confirmed, and then the same people to ring', async () => {
    expect((await daughter.api.registry.myElders()).items).toEqual([]);
    const grant = await town.ask(daughter);
    expect((await daughter.api.registry.myElders()).items).toEqual([]);
    await confirm(grant.id);
    expect((await daughter.api.registry.myElders()).items).toMatchObject([
      {
        id: elderId,
        relation: 'daughter',
        until: '2026-12-31',
        worker: { name: '刘芳' },
        contacts: [{ name: '周敏' }],
      },
    ]);
  });

  it('without the scope to see is shown the estate only, and no contacts', async () => {
    const helper = await town.someone('family', { name: '邻家侄女' });
    await confirm((await town.ask(helper, { scopes: ['ask'], relation: 'otherKin' })).id);
    expect((await helper.api.registry.myElders()).items).toMatchObject([{ addressLine: '水西里花园', contacts: [] }]);
  });
});

it('names the community’s head when there is no worker, and nobody when there is neither', async () => {
  const lonely = await town.elder({ name: '远方人' }, town.far);
  const her = await town.someone('resident', { elderId: lonely, in: town.otherStreet });
  expect((await her.api.registry.myElders()).items[0]!.worker).toBeNull();
  const head = await town.someone('communityHead', {
    name: '孙主任',
    in: town.otherStreet,
    communityIds: [town.far.id],
  });
  expect((await her.api.registry.myElders()).items[0]!.worker).toEqual({ name: '孙主任', phone: head.phone });
});

it.each(['volunteer', 'gridWorker', 'streetOffice', 'districtViewer'] as const)('refuses a %s', async (role) => {
  const communityIds = role === 'volunteer' || role === 'gridWorker' ? [town.second.id] : [];
  const someone = await town.someone(role, { communityIds });
  await expect(someone.api.registry.myElders()).rejects.toMatchObject({ code: 'not_allowed' });
});

describe('the door to the other rooms', () => {
  it('says on what ground each actor reaches her', async () => {
    const { door } = town.registry;
    const reach = (who: Someone, more: Parameters<typeof actorOf>[1]) => door.reach(actorOf(who, more), elderId);
    expect(await reach(mother, { role: 'resident', elderId })).toMatchObject({ ground: 'self' });
    expect(await reach(daughter, { role: 'family' })).toMatchObject({ ground: 'grant', relation: 'daughter' });
    const inFirst = { communityIds: [town.first.id] };
    expect(await reach(town.worker, { role: 'gridWorker', ...inFirst })).toEqual({
      ground: 'staff',
      scopes: ['see', 'ask'],
      relation: null,
    });
    expect(await reach(town.office, { role: 'streetOffice' })).toMatchObject({ ground: 'staff', scopes: ['see'] });
    expect(await reach(town.otherWorker, { role: 'gridWorker', communityIds: [town.second.id] })).toBeNull();
    expect(await reach(town.farOffice, { role: 'streetOffice', streetId: town.otherStreet.id })).toBeNull();
    expect(await reach(daughter, { role: 'volunteer', ...inFirst })).toBeNull();
    expect(await reach(daughter, { role: 'family', streetId: town.otherStreet.id })).toBeNull();
    expect(await reach(mother, { role: 'districtViewer' })).toBeNull();
  });

  it('knows kin in whatever role, family by scope, names, files and numbers', async () => {
    const { door } = town.registry;
    expect(await door.kinOf(daughter.accountId, town.street.id)).toEqual([elderId]);
    expect(await door.kinOf(mother.accountId, town.street.id)).toEqual([elderId]);
    expect(await door.kinOf(town.worker.accountId, town.street.id)).toEqual([]);
    expect(await door.familyOf(town.street.id, elderId, 'see')).toEqual([
      { accountId: daughter.accountId, relation: 'daughter' },
    ]);
    expect(await door.familyOf(town.street.id, elderId, 'ask')).toHaveLength(2);
    const { familiesIn } = town.registry;
    expect(await familiesIn(town.street.id, [town.first.id])).toContain(daughter.accountId);
    expect(await familiesIn(town.street.id, [])).toContain(daughter.accountId);
    expect(await familiesIn(town.street.id, [town.second.id])).toEqual([]);
    expect(await familiesIn(town.otherStreet.id, [])).toEqual([]);
    expect(await door.elderNames(town.street.id, [elderId])).toEqual(new Map([[elderId, '王秀兰']]));
    expect(await door.elderNames(town.otherStreet.id, [elderId])).toEqual(new Map());
    expect(await door.elder(town.street.id, elderId)).toMatchObject({
      door: '3号楼2门501',
      careNotes: '听力不好，说话慢一点',
    });
    expect(await door.elder(town.otherStreet.id, elderId)).toBeNull();
    expect(await door.countByCommunity(town.street.id)).toEqual(new Map([[town.first.id, 1]]));
    expect(await door.eldersOf(actorOf(town.worker, { role: 'gridWorker' }))).toEqual([]);
  });
});
