import { categoryViews, deriveCategories } from '@wubian/shared/registry/categories.ts';
import { caredFor } from '@wubian/shared/registry/life.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoStreet } from '../../../server/demo/areas.ts';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { openApp } from '../../support/app.ts';

let app: Awaited<ReturnType<typeof openApp>>;
const office = async () => (await app.persona('何静')).client;
const figures = async (input: { view?: keyof typeof categoryViews; day?: string } = {}) =>
  (await office()).office.categoryFigures(input);

beforeAll(async () => {
  app = await openApp('2026-05-20T09:00:00+08:00');
});

describe('the figures of today', () => {
  it.each(['streetSix', 'nationalSix', 'tianjinSeven'] as const)(
    'are what the rules say, in the view %s',
    async (view) => {
      const { keys } = categoryViews[view];
      const counted = keys.map((category) => ({ category, yes: 0, unknown: 0 }));
      let elders = 0;
      let listed = 0;
      for await (const { status, facts } of app.registry.door.eachElder(demoStreet.id)) {
        if (!caredFor.includes(status)) continue;
        const results = deriveCategories(facts, '2026-05-20', keys);
        elders += 1;
        if (results.some(({ holds }) => holds === 'yes')) listed += 1;
        for (const [i, { holds }] of results.entries()) if (holds !== 'no') counted[i]![holds] += 1;
      }
      const shown = await figures({ view });
      expect(shown).toMatchObject({ from: 'live', day: '2026-05-20', list: keys });
      expect(shown.total).toEqual({ elders, listed, categories: counted });
      expect(elders).toBeGreaterThan(10);
      expect(counted.some(({ yes, unknown }) => yes > 0 && unknown > 0)).toBe(true);
    },
  );

  it('stand by community, in the order of the street', async () => {
    const { communities, total } = await figures();
    expect(communities.map(({ name }) => name)).toEqual(demoStreet.communities.map(({ name }) => name));
    expect(communities.reduce((sum, { elders }) => sum + elders, 0)).toBe(total!.elders);
  });

  it('are shown to the district, and to nobody below the office', async () => {
    const { client } = await app.persona('高明');
    expect((await client.office.categoryFigures()).from).toBe('live');
    const worker = await app.persona('刘芳');
    await expect(worker.client.office.categoryFigures()).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('a time of which nothing was kept', () => {
  it.each(['2026-04-30', '2026-05-19', '2020-01-01'])(
    '%s is said to be so, and never counted afterwards',
    async (day) => {
      expect(await figures({ day })).toEqual({
        from: 'none',
        words: '没有留存',
        day,
        view: 'streetSix',
        countedAt: null,
        ruleVersion: null,
        list: [],
        communities: [],
        total: null,
      });
    },
  );

  it('is not a day to come', async () => {
    await expect(figures({ day: '2026-05-21' })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'day' }],
    });
  });

  it('stays empty when the first run of a month comes too late in it', async () => {
    await app.drain();
    expect((await figures({ day: '2026-04-30' })).from).toBe('none');
  });
});

describe('the figures of a month that is over', () => {
  let frozen: string;
  const may = async () => JSON.stringify(await figures({ day: '2026-05-15' }));

  beforeAll(async () => {
    app.clock.set('2026-06-01T00:10:00+08:00');
    await app.drain();
    frozen = await may();
  });

  it('are frozen on the first of the next month, as of its last day', async () => {
    expect(JSON.parse(frozen)).toMatchObject({
      from: 'kept',
      words: '2026 年 5 月末的留存，不会再变',
      day: '2026-05-31',
      countedAt: '2026-05-31T16:10:00.000Z',
      ruleVersion: 'categories-2026.1',
    });
    expect(JSON.parse(frozen).total.elders).toBeGreaterThan(10);
  });

  it('stay byte-equal when the list changes today, a file changes and the job runs again; today changes', async () => {
    const before = await figures();
    const { office: room, registry } = await office();
    await room.setParameter({
      key: 'streetCategories',
      id: aRandomId(),
      version: 0,
      from: '2026-06-01',
      value: ['livingAlone', 'childless'],
      reason: '街道重新确定名单',
    });
    await registry.addElder({ id: aRandomId(), facts: someFacts(demoStreet.communities[0]!) });
    app.clock.forward(3 * 3_600_000);
    await app.drain();

    expect(await may()).toBe(frozen);
    const now = await figures();
    expect(now.list).toEqual(['livingAlone', 'childless']);
    expect(now.total!.elders).toBe(before.total!.elders + 1);
  });

  it('of the month of the change are counted by the list of its last day', async () => {
    app.clock.set('2026-07-02T08:00:00+08:00');
    await app.drain();
    expect(await figures({ day: '2026-06-10' })).toMatchObject({ from: 'kept', list: ['livingAlone', 'childless'] });
    expect(await may()).toBe(frozen);
  });

  it('are kept once, when two processes count at the same time', async () => {
    app.clock.set('2026-08-01T08:00:00+08:00');
    await Promise.all([app.office.keepFigures(), app.office.keepFigures()]);
    const kept = await app.store.connection.db!.collection('figures').find({ streetId: demoStreet.id }).toArray();
    expect(kept.map(({ month }) => month)).toEqual(['2026-05', '2026-06', '2026-07']);
  });
});
