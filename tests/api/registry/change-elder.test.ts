import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const history = async (id: string) =>
  (await town.db.collection('elders').findOne({ _id: id as never }))!.changes as { by: string; fields: string[] }[];

it('changes the file, what is derived from it, and how it is found', async () => {
  const elderId = await town.elder();
  const facts = someFacts(town.first, { name: '赵淑珍', living: 'withSpouse', phone: null, address: { room: '402' } });
  const changed = await town.worker.api.registry.changeElder({ elderId, version: 1, facts });
  expect(changed).toMatchObject({ version: 2, addressLine: '水西里花园 3号楼2门402', facts: { phone: null } });
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

it('writes down who changed which fields, without their values', async () => {
  const elderId = await town.elder();
  const facts = someFacts(town.first, { careNotes: '拄拐', living: null });
  await town.worker.api.registry.changeElder({ elderId, version: 1, facts });
  const [made, changed] = await history(elderId);
  expect(made!.by).toBe(town.office.accountId);
  expect(changed).toMatchObject({ by: town.worker.accountId, fields: ['living', 'careNotes'] });
  expect(JSON.stringify(changed)).not.toContain('拄拐');
});

describe('two who change at once', () => {
  it('do not write over each other: one is told so and sees the newer file', async () => {
    const elderId = await town.elder();
    const change = (who: typeof town.worker, careNotes: string) =>
      who.api.registry.changeElder({ elderId, version: 1, facts: someFacts(town.first, { careNotes }) });
    const answers = await Promise.allSettled([change(town.worker, '一'), change(town.office, '二')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'elder_changed' } });
    expect(await town.worker.api.registry.readElder({ elderId })).toMatchObject({ version: 2 });
  });

  it('answers a repeat of one’s own change as the first time', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, facts: someFacts(town.first, { careNotes: '重试' }) };
    await town.worker.api.registry.changeElder(request);
    expect(await town.worker.api.registry.changeElder(request)).toMatchObject({ version: 2 });
    expect(await history(elderId)).toHaveLength(2);
    const other = { ...request, facts: someFacts(town.first, { careNotes: '别的' }) };
    await expect(town.worker.api.registry.changeElder(other)).rejects.toMatchObject({ code: 'elder_changed' });
  });
});

describe('scope', () => {
  it('hides files of other communities and streets', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, facts: someFacts(town.first) };
    for (const who of [town.otherWorker, town.farOffice])
      await expect(who.api.registry.changeElder(request)).rejects.toMatchObject({ code: 'elder_not_found' });
    const unknown = { ...request, elderId: aRandomId() };
    await expect(town.worker.api.registry.changeElder(unknown)).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it('lets a worker send nobody to a community that is not hers; the office may', async () => {
    const elderId = await town.elder();
    const request = { elderId, version: 1, facts: someFacts(town.second) };
    await expect(town.worker.api.registry.changeElder(request)).rejects.toMatchObject({ code: 'area_unknown' });
    await town.office.api.registry.changeElder(request);
    await expect(town.worker.api.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
    expect(await town.otherWorker.api.registry.readElder({ elderId })).toMatchObject({ communityName: '银杏里' });
  });
});
