import { beforeAll, expect, it } from 'vitest';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const why = '网格调整';

it('shows what would become of each, then does it, and the second time finds nothing to do', async () => {
  const elderIds = [await town.elder({ name: '甲' }), await town.elder({ name: '乙' })];
  const { assignElders, listElders } = town.office.api.registry;
  const request = { elderIds, to: { responsibleId: town.worker.accountId }, why };
  const dry = await assignElders({ ...request, dry: true });
  expect(dry.items).toMatchObject([
    { name: '甲', before: '无', after: '刘芳', result: 'will' },
    { name: '乙', result: 'will' },
  ]);
  expect((await listElders({ responsibleId: town.worker.accountId })).items).toEqual([]);

  const done = await assignElders({ ...request, dry: false });
  expect(done.items.map(({ result }) => result)).toEqual(['done', 'done']);
  const mine = await listElders({ responsibleId: town.worker.accountId });
  expect(mine.items.map(({ id }) => id).sort()).toEqual([...elderIds].sort());
  expect(mine.items[0]).toMatchObject({ responsibleName: '刘芳', version: 2 });
  expect((await assignElders({ ...request, dry: false })).items.map(({ result }) => result)).toEqual(['same', 'same']);
  expect((await town.office.api.registry.elderHistory({ elderId: elderIds[0]! })).items[0]).toMatchObject({ why });
});

it('puts elders into a grid of their own community, and refuses those who live elsewhere', async () => {
  const here = await town.elder({ name: '丙' });
  const there = await town.elder({ name: '丁' }, town.second);
  const to = { communityId: town.first.id, gridId: town.first.grids[0]!.id };
  const { items } = await town.office.api.registry.assignElders({ elderIds: [here, there], to, why, dry: false });
  expect(items).toMatchObject([
    { after: '第一网格', result: 'done' },
    { result: 'refused', words: '不在这个社区，请单独修改住处' },
  ]);
  const { items: inGrid } = await town.office.api.registry.listElders({ gridId: to.gridId });
  expect(inGrid.map(({ id }) => id)).toEqual([here]);
});

it('takes for responsible only who works in the community, and leaves what the caller does not reach', async () => {
  const elderId = await town.elder({ name: '戊' });
  const request = { elderIds: [elderId], why, dry: false };
  const wrong = { ...request, to: { responsibleId: town.otherWorker.accountId } };
  await expect(town.office.api.registry.assignElders(wrong)).rejects.toMatchObject({ code: 'worker_unfit' });
  const unreached = await town.otherWorker.api.registry.assignElders({ ...request, to: { responsibleId: null } });
  expect(unreached).toEqual({ items: [], unreached: 1 });
});
