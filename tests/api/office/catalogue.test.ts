import { defaultCatalogue } from '@wubian/shared/office/parameter-forms.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoStreet, otherDemoStreet } from '../../../server/demo/areas.ts';
import { mother } from '../../../server/demo/elders.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { aWish } from '../../factories/tasks.ts';
import { openApp } from '../../support/app.ts';

let app: Awaited<ReturnType<typeof openApp>>;
let asked: string;

/** 陪聊天 first, under a name of the street's own; 送文化 not offered. */
const changed = [
  { ...defaultCatalogue.find(({ kind }) => kind === 'helpJoy')!, label: '陪聊天', about: '陪老人说说话' },
  ...defaultCatalogue.filter(({ kind }) => kind !== 'helpJoy'),
].map((item) => ({ ...item, offered: item.kind !== 'sendCulture' }));

const daughter = async () => (await app.persona('周敏')).client.companion;
const ask = async (kind: 'helpJoy' | 'sendCulture') =>
  (await daughter()).ask(aWish(app.clock(), { elderId: mother.id, kind }));

beforeAll(async () => {
  app = await openApp('2026-05-06T09:00:00+08:00');
  asked = (await ask('helpJoy')).id;
  const { client } = await app.persona('何静');
  await client.office.setParameter({
    key: 'catalogue',
    id: aRandomId(),
    version: 0,
    from: '2026-05-08',
    value: changed,
    reason: '街道会议确定',
  });
});

describe('before the first day', () => {
  it('everything is offered in the old words', async () => {
    const { items } = await (await daughter()).catalogue();
    expect(items.map(({ label }) => label)).toEqual(defaultCatalogue.map(({ label }) => label));
    await expect(ask('sendCulture')).resolves.toMatchObject({ kindLabel: '送文化' });
  });
});

describe('from the first day on', () => {
  beforeAll(() => app.clock.set('2026-05-08T00:00:00+08:00'));

  it('the street offers what it decided, in its order and its words', async () => {
    const { items } = await (await daughter()).catalogue();
    expect(items[0]).toEqual({ kind: 'helpJoy', label: '陪聊天', about: '陪老人说说话', opensByItself: false });
    expect(items.map(({ kind }) => kind)).not.toContain('sendCulture');
    expect(items).toHaveLength(13);
  });

  it('what is not offered cannot be asked for', async () => {
    await expect(ask('sendCulture')).rejects.toMatchObject({ code: 'kind_not_offered' });
  });

  it('a new request goes by the new name, and one asked before keeps the old one', async () => {
    const fresh = await ask('helpJoy');
    expect(fresh.kindLabel).toBe('陪聊天');
    expect((await (await daughter()).read({ taskId: asked })).kindLabel).toBe('助乐');
    const { items } = await (await daughter()).mine({ limit: 50 });
    const labels = new Map(items.map(({ id, kindLabel }) => [id, kindLabel]));
    expect([labels.get(asked), labels.get(fresh.id)]).toEqual(['助乐', '陪聊天']);
  });

  it('another street is not touched', async () => {
    const catalogue = await app.streets.parameter(demoStreet.id, 'catalogue', '2026-05-07');
    expect(catalogue).toEqual(defaultCatalogue);
    const { client } = await app.someone('streetOffice', { streetId: otherDemoStreet.id });
    expect((await client.companion.catalogue()).items).toHaveLength(14);
  });
});
