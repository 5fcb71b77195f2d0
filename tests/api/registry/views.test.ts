import { describe, expect, it } from 'vitest';
import { openPrivacyTown, seeds } from '../../support/privacy-town.ts';

const town = await openPrivacyTown();
const { elderId, office, worker, farWorker, volunteer, daughter, resident } = town;

describe('who looked at my file', () => {
  it('is empty while nobody was shown anything hidden, whatever was read masked', async () => {
    const file = await worker.client.registry.readElder({ elderId });
    expect(JSON.stringify(file)).not.toContain(seeds.phone);
    expect((await resident.client.registry.fileViews({ elderId })).items).toEqual([]);
  });

  it('tells the elder and her family who looked, at what and why, the newest first', async () => {
    await worker.client.registry.reveal({ elderId, fields: ['phone', 'address'], reason: 'visit' });
    town.clock.forward(60_000);
    await office.client.registry.reveal({ elderId, fields: ['idNumber'], reason: 'other', words: '核对低保材料' });
    for (const { client } of [resident, daughter, worker]) {
      const { items, next } = await client.registry.fileViews({ elderId });
      expect(next).toBeNull();
      expect(items).toMatchObject([
        { what: '证件号码', why: '其他：核对低保材料', emergency: false },
        { what: '手机、现住址', why: '上门走访', at: expect.stringMatching(/T01:00:00/) },
      ]);
      expect(items.map(({ who }) => who.split(' ')[0])).toEqual(['街道', '网格员']);
    }
  });

  it('holds the volunteer who has taken her task, since the door opens to her then', async () => {
    const taskId = await town.openTask();
    town.clock.forward(60_000);
    const task = await volunteer.client.companion.claim({ taskId });
    expect(task).toMatchObject({ elder: { phone: seeds.phone }, contacts: [{ phone: seeds.contactPhone }] });
    const { items } = await resident.client.registry.fileViews({ elderId });
    expect(items[0]).toMatchObject({ what: '接单后可看电话、门牌、联系人、照护提示' });
    expect(items[0]!.who).toMatch(/^志愿者/);
  });

  it('comes in pages that tell everything once', async () => {
    const all = await resident.client.registry.fileViews({ elderId });
    const seen = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await resident.client.registry.fileViews({ elderId, limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    }
    expect(seen).toEqual(all.items);
    const wrong = resident.client.registry.fileViews({ elderId, cursor: 'nobody' });
    await expect(wrong).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('tells of exports that contained her, in their place among the looks', async () => {
    const looks = (await resident.client.registry.fileViews({ elderId })).items;
    const between = new Date(new Date(looks[1]!.at).getTime() + 1000);
    town.registry.onExports(async (streetId, id, { from, before }) => {
      const isIn = (!from || between >= from) && (!before || between < before);
      const look = {
        at: between,
        accountId: null,
        role: null,
        act: 'exchange.export',
        what: '导出台账',
        reason: '上报',
      };
      return streetId === town.street.id && id === elderId && isIn ? [look] : [];
    });
    const expected = looks.toSpliced(1, 0, {
      at: between.toISOString(),
      who: '系统',
      what: '导出台账',
      why: '上报',
      emergency: false,
    });
    expect((await resident.client.registry.fileViews({ elderId })).items).toEqual(expected);
    const paged = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await resident.client.registry.fileViews({ elderId, limit: 1, ...(cursor && { cursor }) });
      paged.push(...page.items);
      cursor = page.next ?? undefined;
    }
    expect(paged).toEqual(expected);
  });

  it('is nobody else’s to read', async () => {
    const askOnly = await town.someone('family', { streetId: town.street.id });
    await town.grant(askOnly, 'daughter', ['ask' as never]);
    for (const { client } of [farWorker, volunteer, askOnly])
      await expect(client.registry.fileViews({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
  });
});
