import { beforeAll, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});

it('keeps a filter for the one who saved it, until she throws it away', async () => {
  const { saveSearch, listSearches, dropSearch } = town.worker.api.registry;
  const search = {
    id: aRandomId(),
    name: '红色独居',
    filter: { risk: 'red' as const, q: '王秀兰' },
    sort: 'oldest' as const,
  };
  await saveSearch(search);
  await saveSearch(search);
  expect(await listSearches()).toEqual({ items: [search] });
  expect(await town.office.api.registry.listSearches()).toEqual({ items: [] });
  await expect(town.office.api.registry.dropSearch({ searchId: search.id })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(town.office.api.registry.saveSearch(search)).rejects.toMatchObject({ code: 'id_taken' });
  const dump = JSON.stringify(await town.db.collection('savedSearches').find().toArray());
  expect(dump).not.toContain('王秀兰');
  await dropSearch({ searchId: search.id });
  expect(await listSearches()).toEqual({ items: [] });
});
