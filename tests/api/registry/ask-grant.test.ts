import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { aGrant } from '../../factories/grants.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let elderId: string;
let mother: Awaited<ReturnType<(typeof town)['someone']>>;
beforeAll(async () => {
  town = await registryTown();
  elderId = await town.elder();
  mother = await town.someone('resident', { name: '王秀兰', communityIds: [town.first.id], elderId });
});
const stored = (id: string) => town.db.collection('grants').findOne({ _id: id as never });

describe('what the asker is told', () => {
  it('is the same whether or not a file was found', async () => {
    const askers = await Promise.all(['周敏', '张三', '李四'].map((name) => town.stranger(name)));
    const [found, noSuchPhone, noSuchName] = [
      await town.ask(askers[0]!),
      await town.ask(askers[1]!, { elderPhone: '13800009999' }),
      await town.ask(askers[2]!, { elderName: '查无此人', elderPhone: null }),
    ];
    const shape = ({ id: _, familyName: _1, familyPhoneMasked: _2, elderName: _3, ...rest }: typeof found) => rest;
    expect(shape(found)).toEqual(shape(noSuchPhone));
    expect(shape(found)).toEqual(shape(noSuchName));
    expect(found).toMatchObject({
      state: 'asked',
      elderId: null,
      elderName: '王秀兰',
      familyName: '周敏',
      can: { answer: false, end: true },
    });
    expect((await stored(found.id))!.elderId).toBe(elderId);
    expect((await stored(noSuchPhone.id))!.elderId).toBeNull();
    expect((await stored(noSuchName.id))!.elderId).toBeNull();
  });

  it('does not change for one who has a grant over that file already', async () => {
    const asker = await town.stranger('重复');
    const first = await town.ask(asker);
    const second = await town.ask(asker);
    expect({ ...second, id: first.id }).toEqual(first);
    expect((await stored(second.id))!.elderId).toBeNull();
  });
});

describe('finding the file', () => {
  it('takes the name alone when only one bears it, and nobody when two do', async () => {
    const asker = await town.stranger('周敏');
    const only = await town.elder({ name: '独此一名' });
    const one = await town.ask(asker, { elderName: '独此一名', elderPhone: null });
    expect((await stored(one.id))!.elderId).toBe(only);
    await town.elder({ name: '同名者', phone: '13800001111' });
    const second = await town.elder({ name: '同名者', phone: '13800002222' });
    const both = await town.ask(asker, { elderName: '同名者', elderPhone: null });
    expect((await stored(both.id))!.elderId).toBeNull();
    const byPhone = await town.ask(asker, { elderName: '同名者', elderPhone: '138 0000 2222' });
    expect((await stored(byPhone.id))!.elderId).toBe(second);
  });

  it('looks in that community only', async () => {
    await town.elder({ name: '邻社区人' }, town.second);
    const grant = await town.ask(await town.stranger('周敏'), { elderName: '邻社区人', elderPhone: null });
    expect((await stored(grant.id))!.elderId).toBeNull();
  });
});

it('tells the old person and the workers of the community, once, and nobody else', async () => {
  const asker = await town.stranger('周小妹');
  const request = aGrant({ streetId: town.street.id, communityId: town.first.id });
  await asker.api.registry.askGrant(request);
  await asker.api.registry.askGrant(request);
  const about = async (who: typeof mother) => (await town.toldTo(who)).filter(({ grantId }) => grantId === request.id);
  expect(await about(mother)).toMatchObject([
    {
      title: '家人想为您代办',
      body: '周小妹（女儿）申请为您代办，到2026年12月31日为止。请您确认或拒绝。',
      urgent: true,
    },
  ]);
  expect(await about(town.worker)).toMatchObject([{ title: '家属申请代办授权', urgent: true }]);
  expect(await about(town.otherWorker)).toEqual([]);
});

it('answers a repeat the same, and refuses the id to others', async () => {
  const asker = await town.stranger('周敏');
  const request = aGrant({ streetId: town.street.id, communityId: town.first.id });
  const first = await asker.api.registry.askGrant(request);
  expect(await asker.api.registry.askGrant(request)).toEqual(first);
  const other = await town.stranger('别人');
  for (const again of [
    () => other.api.registry.askGrant(request),
    () => asker.api.registry.askGrant({ ...request, scopes: ['see'] }),
    () => asker.api.registry.askGrant({ ...request, elderName: '另一位' }),
  ])
    await expect(again()).rejects.toMatchObject({ code: 'id_taken' });
});

it('keeps the scopes asked for and no others', async () => {
  const grant = await town.ask(await town.stranger('周敏'), { scopes: ['ask', 'see', 'ask'] });
  expect(grant.scopes).toEqual(['see', 'ask']);
});

describe('what it refuses', () => {
  it.each(['2026-05-06', '2026-05-05', '2028-05-07', '2126-01-01'])('%s as the last day', async (until) => {
    const refused = town.ask(await town.stranger('周敏'), { until });
    await expect(refused).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'until' }] });
  });

  it.each(['2026-05-07', '2028-05-06'])('not %s', async (until) => {
    expect(await town.ask(await town.stranger('周敏'), { until })).toMatchObject({ until });
  });

  it('a community that is not of the street', async () => {
    const asker = await town.stranger('周敏');
    for (const where of [
      { communityId: town.far.id },
      { communityId: aRandomId() },
      { streetId: aRandomId() },
      { streetId: town.otherStreet.id },
    ])
      await expect(town.ask(asker, where)).rejects.toMatchObject({ code: 'area_unknown' });
  });

  it('someone without a name, someone who asks too much, and a stranger', async () => {
    await expect(town.ask(await town.stranger(''))).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('姓名'),
    });
    const busy = await town.stranger('太多');
    for (let n = 0; n < 10; n++) await town.ask(busy, { elderName: `老人${n}`, elderPhone: null });
    await expect(town.ask(busy)).rejects.toMatchObject({ code: 'too_many_tries' });
    const nobody = { name: '', phone: '', accountId: '', api: town.as() };
    await expect(town.ask(nobody)).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

it('keeps the phone that the family typed out of the database', async () => {
  const grant = await town.ask(await town.stranger('周敏'), { elderPhone: '13800007531' });
  expect(JSON.stringify(await stored(grant.id))).not.toContain('00007531');
});
