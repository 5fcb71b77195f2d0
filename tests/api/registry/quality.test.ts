import { dataFaultNames } from '@wubian/shared/registry/quality.ts';
import { beforeAll, expect, it } from 'vitest';
import { registryTown } from '../../support/registry-town.ts';

type Town = Awaited<ReturnType<typeof registryTown>>;
let town: Town;
beforeAll(async () => {
  town = await registryTown();
});

const board = async (who = town.office) => (await who.api.registry.qualityBoard()).rows;
const rowOf = async (id: string | null, who = town.office) =>
  (await board(who)).find(({ communityId }) => communityId === id)!;

it('counts each fault by community, and each number is the length of the list behind it', async () => {
  await town.elder({ responsibleId: town.worker.accountId, contacts: [], living: null });
  await town.elder({ point: { longitude: 117.2, latitude: 39.1 } });
  await town.elder({ responsibleId: town.otherWorker.accountId }, town.second);
  const [all, ...rows] = await board();
  expect(all).toMatchObject({ communityId: null, elders: 3 });
  expect(rows.map(({ elders }) => elders)).toEqual([2, 1]);
  expect(rows[0]!.faults).toMatchObject({
    noResponsible: 1,
    noContact: 1,
    noGrid: 2,
    categoryUnknown: expect.any(Number),
    noPoint: 1,
    stale: 0,
  });
  for (const row of rows)
    for (const fault of dataFaultNames) {
      const { items } = await town.office.api.registry.listElders({ fault, communityId: row.communityId!, limit: 50 });
      expect([row.name, fault, items.length]).toEqual([row.name, fault, row.faults[fault]]);
    }
});

it('follows every mend, and leaves out whom the street does not look after any more', async () => {
  const before = await rowOf(town.first.id);
  const elderId = await town.elder({ contacts: [] });
  expect((await rowOf(town.first.id)).faults.noContact).toBe(before.faults.noContact + 1);
  const contacts = [{ name: '周敏', relation: '女儿', phone: '13800005678', was: null }];
  await town.worker.api.registry.changeElder({ elderId, version: 1, changes: { contacts }, why: '补联系人' });
  expect((await rowOf(town.first.id)).faults.noContact).toBe(before.faults.noContact);
  const at = town.clock().toISOString().slice(0, 10);
  const id = elderId.split('').reverse().join('');
  await town.worker.api.registry.moveLife({ elderId, id, move: 'moveOut', seen: 'present', on: at, why: '搬到外区' });
  expect(await rowOf(town.first.id)).toMatchObject({ elders: before.elders, faults: before.faults });
});

it('counts orphans, duplicates and only one’s own communities', async () => {
  const worker = await town.someone('gridWorker', { communityIds: [town.first.id] });
  const office = await town.someone('streetOffice');
  const same = { name: '韩梅', birthDate: '1933-03-03' };
  await town.registry.findTwins();
  const twins = (await rowOf(town.first.id, worker)).twins;
  const [a] = [
    await town.elder({ ...same, phone: null }),
    await town.elder({ ...same, phone: null, address: { building: '9' } }),
  ];
  await town.registry.findTwins();
  const before = await rowOf(town.first.id, worker);
  expect(before.twins).toBe(twins + 1);
  expect((await rowOf(town.first.id, office)).orphans).toBe(0);
  await town.db.collection('elders').updateOne({ _id: a as never }, { $set: { responsibleId: 'f'.repeat(24) } });
  expect((await rowOf(town.first.id, office)).orphans).toBe(1);
  expect((await office.api.registry.orphans()).items.map(({ id }) => id)).toEqual([a]);
  expect((await board(worker)).map(({ communityId }) => communityId)).toEqual([town.first.id]);
});

it('counts stale files by the street’s rule, and a check without a change mends one', async () => {
  const elderId = await town.elder();
  town.clock.forward(200 * 86_400_000);
  const worker = await town.someone('gridWorker', { name: '刘芳', communityIds: [town.first.id] });
  const stale = (await rowOf(town.first.id, worker)).faults.stale;
  expect(stale).toBeGreaterThan(0);
  const checked = await worker.api.registry.confirmFacts({ elderId, version: 1, how: 'visit' });
  expect(checked.version).toBe(2);
  expect((await rowOf(town.first.id, worker)).faults.stale).toBe(stale - 1);
  expect(await worker.api.registry.confirmFacts({ elderId, version: 1, how: 'visit' })).toEqual(checked);
  await expect(
    town
      .someone('gridWorker', { communityIds: [town.second.id] })
      .then(({ api }) => api.registry.confirmFacts({ elderId, version: 2, how: 'call' })),
  ).rejects.toMatchObject({ code: 'elder_not_found' });
});
