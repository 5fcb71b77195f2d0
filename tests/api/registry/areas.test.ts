import { beforeAll, expect, it } from 'vitest';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});

it('shows the street office all its communities with grids, estates and workers', async () => {
  const { communities } = await town.office.api.registry.areas();
  expect(communities.map(({ name }) => name)).toEqual(['水西里', '银杏里']);
  expect(communities[0]).toEqual({
    id: town.first.id,
    name: '水西里',
    grids: town.first.grids,
    estates: town.first.estates,
    workers: [{ accountId: town.worker.accountId, name: '刘芳' }],
  });
});

it('shows a worker her own communities only, and never another street’s', async () => {
  const names = async (who: typeof town.worker) => (await who.api.registry.areas()).communities.map(({ name }) => name);
  expect(await names(town.worker)).toEqual(['水西里']);
  expect(await names(town.otherWorker)).toEqual(['银杏里']);
  expect(await names(town.farOffice)).toEqual(['海棠里']);
});

it.each(['resident', 'family', 'volunteer', 'districtViewer'] as const)('refuses a %s', async (role) => {
  const someone = await town.someone(role, { communityIds: role === 'volunteer' ? [town.first.id] : [] });
  await expect(someone.api.registry.areas()).rejects.toMatchObject({ code: 'not_allowed' });
});
