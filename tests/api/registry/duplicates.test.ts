import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { registryTown } from '../../support/registry-town.ts';

type Town = Awaited<ReturnType<typeof registryTown>>;
let town: Town;
let head: Awaited<ReturnType<Town['someone']>>;
beforeAll(async () => {
  town = await registryTown();
  head = await town.someone('communityHead', { name: '孙敏', communityIds: [town.first.id] });
});

type Given = Parameters<Town['elder']>[0];
let doors = 0;
/** A file that shares nothing with any other but what is given. */
const elder = (given: Given = {}, community = town.first) => {
  doors += 1;
  const alone = {
    birthDate: `19${30 + (doors % 20)}-01-${10 + (doors % 18)}`,
    phone: `1380001${String(doors).padStart(4, '0')}`,
  };
  return town.elder({ ...alone, address: { building: String(doors) }, ...given }, community);
};
const pairs = async (who = head, asked: object = {}) => {
  await town.registry.findTwins();
  const { items } = await who.api.registry.listTwins({ limit: 50, ...asked });
  return items.map(({ left, right, reasons }) => ({
    ids: [left.id, right.id],
    reasons: reasons.map(({ reason }) => reason),
  }));
};
const pairOf = async (a: string, b: string, who = head) =>
  (await pairs(who)).find(({ ids }) => ids.includes(a) && ids.includes(b));

describe('possible duplicates', () => {
  it('are found by number, name with birth date, name with door, phone with a like name; each once', async () => {
    const born = '1941-05-06';
    const typo = (number: string) => anIdNumber(born, 'female', 3, `99000${number}`);
    const [a, b] = [
      await elder({ birthDate: born, idNumber: typo('0'), name: '赵一' }),
      await elder({ birthDate: born, idNumber: typo('1'), name: '钱二' }),
    ];
    expect(await pairOf(a, b)).toEqual({ ids: [a, b].sort(), reasons: ['idNumber'] });

    const [c, d] = [
      await elder({ birthDate: '1939-02-03', name: '孙淑珍' }),
      await elder({ birthDate: '1939-02-03', name: '孙淑贞' }),
    ];
    expect((await pairOf(c, d))!.reasons).toEqual(['nameBirth']);

    const door = { building: '9', unit: '1', room: '101' };
    const [e, f] = [
      await elder({ name: '周六', address: door }),
      await elder({ name: '周六', address: { ...door, unit: '01' } }),
    ];
    expect((await pairOf(e, f))!.reasons).toEqual(['nameDoor']);

    const phone = '13800007777';
    const [g, h] = [
      await elder({ name: '吴玉兰', phone }),
      await elder({ name: '吴王兰', phone, address: { building: '77' } }),
    ];
    expect((await pairOf(g, h))!.reasons).toEqual(['phoneName']);
    const all = (await pairs()).map(({ ids }) => ids.join());
    expect(new Set(all).size).toBe(all.length);
  });

  it('are not people who share a phone, a birthday or a door', async () => {
    const shared = {
      phone: '13800008888',
      birthDate: '1938-08-08',
      address: { building: '88', unit: '1', room: '801' },
    };
    const [a, b] = [
      await elder({ name: '郑大海', sex: 'male', ...shared }),
      await elder({ name: '冯桂花', ...shared }),
    ];
    expect(await pairOf(a, b)).toBeUndefined();
  });

  it('go when the files differ again, and never come back once somebody said that they are two people', async () => {
    const same = { name: '陈小妹', birthDate: '1940-10-10' };
    const [a, b, c] = [await elder(same), await elder(same), await elder(same)];
    expect(await pairOf(a, b)).toBeDefined();
    await town.office.api.registry.changeElder({
      elderId: a,
      version: 1,
      changes: { birthDate: '1940-10-11' },
      why: '看过证件',
    });
    expect(await pairOf(a, b)).toBeUndefined();
    const why = '同名同日，问过本人';
    await head.api.registry.dismissTwins({ leftId: c, rightId: b, why });
    expect(await pairOf(b, c)).toBeUndefined();
    await town.office.api.registry.changeElder({ elderId: b, version: 1, changes: { diet: '软食' }, why: '家属来电' });
    expect(await pairOf(b, c)).toBeUndefined();
    const { items } = await head.api.registry.listTwins({ state: 'dismissed' });
    expect(items.find(({ left }) => [b, c].includes(left.id))!.dismissed).toMatchObject({ byName: '孙敏', why });
    const raw = await town.db.collection('twins').findOne({ ids: b, state: 'dismissed' });
    expect(JSON.stringify(raw)).not.toContain('本人');
  });

  it('are shown only to who reaches both files, masked, page by page', async () => {
    const same = { name: '褚跨区', birthDate: '1937-07-07' };
    const [a, b] = [await elder(same), await elder(same, town.second)];
    expect(await pairOf(a, b)).toBeUndefined();
    expect(await pairOf(a, b, town.office)).toBeDefined();
    expect(await pairs(town.farOffice)).toEqual([]);
    await expect(town.worker.api.registry.listTwins()).rejects.toMatchObject({ code: 'not_allowed' });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await town.office.api.registry.listTwins({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...items.map(({ left, right }) => `${left.id} ${right.id}`));
      expect(JSON.stringify(items)).not.toContain('13800007777');
      if (!next) break;
      cursor = next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await pairs(town.office)).length);
  });

  it('costs three lookups a file: nothing is looked at again that was not written', async () => {
    town.clock.forward(300_000);
    await town.registry.findTwins();
    expect(await town.registry.findTwins()).toBe(0);
    await elder();
    expect(await town.registry.findTwins()).toBe(1);
  });
});

describe('before a new file is made', () => {
  it('warns of the same number and of likely twins, of other communities only that there are', async () => {
    const idNumber = anIdNumber('1936-06-06', 'female', 8);
    const id = await elder({ name: '卫秀英', birthDate: '1936-06-06', idNumber });
    const ask = { name: '卫秀英', sex: 'female', birthDate: '1936-06-06' } as const;
    const { items, elsewhere } = await town.worker.api.registry.twinsOf({ ...ask, idNumber });
    expect(items).toMatchObject([{ elder: { id }, sameIdNumber: true, reasons: [{ reason: 'nameBirth' }] }]);
    expect(elsewhere).toBe(false);
    expect(JSON.stringify(items)).not.toContain(idNumber);
    expect(await town.otherWorker.api.registry.twinsOf(ask)).toEqual({ items: [], elsewhere: true });
    expect(await town.farOffice.api.registry.twinsOf(ask)).toEqual({ items: [], elsewhere: false });
    const nobody = { name: '查无此人', sex: 'male', phone: '13800006543' } as const;
    expect(await town.worker.api.registry.twinsOf(nobody)).toEqual({ items: [], elsewhere: false });
  });
});

describe('two files side by side', () => {
  it('say field by field what is the same, differs or is on one side, masked', async () => {
    const given = { name: '蒋淑芬', birthDate: '1935-03-03', phone: '13800003333' };
    const left = await elder({ ...given, diet: '少盐' });
    const right = await elder({ ...given, phone: '13800103333', diet: '', allergies: '青霉素' });
    const pair = await head.api.registry.showPair({ leftId: left, rightId: right });
    const state = Object.fromEntries(pair.fields.map((one) => [one.field, one.state]));
    expect(state).toMatchObject({
      ...{ name: 'same', phone: 'differs', diet: 'onlyLeft', allergies: 'onlyRight', doctor: 'neither' },
    });
    const phone = pair.fields.find(({ field }) => field === 'phone')!;
    expect([phone.left, phone.right]).toEqual(['138****3333', '138****3333']);
    expect(pair.reasons.map(({ reason }) => reason)).toEqual(['nameBirth']);
    await expect(head.api.registry.showPair({ leftId: left, rightId: left })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const unknown = { leftId: left, rightId: aRandomId() };
    await expect(head.api.registry.showPair(unknown)).rejects.toMatchObject({ code: 'elder_not_found' });
  });
});
