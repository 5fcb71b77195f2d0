import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId, type FactsGiven, someFacts } from '../../factories/elder-facts.ts';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const count = () => town.db.collection('elders').countDocuments();

it('makes a file that the list finds at once', async () => {
  const id = aRandomId();
  const facts = someFacts(town.first, { name: '欧阳春华', phone: '138 0000 2222' });
  const made = await town.worker.api.registry.addElder({ id, facts });
  expect(made).toMatchObject({ id, version: 1, facts: { name: '欧阳春华', phoneMasked: '138****2222' } });
  const { items } = await town.worker.api.registry.listElders({ q: 'oych' });
  expect(items.map((row) => row.id)).toEqual([id]);
});

it('answers a repeat on a bad network with the same file', async () => {
  const request = { id: aRandomId(), facts: someFacts(town.first, { name: '重试' }) };
  const answers = await Promise.all([1, 2, 3].map(() => town.worker.api.registry.addElder(request)));
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([request.id]));
  await town.worker.api.registry.changeElder({
    elderId: request.id,
    version: 1,
    changes: { careNotes: '改过了' },
    why: '电话里说的',
  });
  expect(await town.worker.api.registry.addElder(request)).toMatchObject({ version: 2 });
});

describe('a taken id', () => {
  it('is refused for other facts, for another person and across streets, and changes nothing', async () => {
    const id = aRandomId();
    const facts = someFacts(town.first, { name: '先来' });
    await town.worker.api.registry.addElder({ id, facts });
    const others = [
      [town.worker, { ...facts, name: '后到' }],
      [town.office, facts],
      [town.farOffice, someFacts(town.far)],
    ] as const;
    for (const [who, given] of others)
      await expect(who.api.registry.addElder({ id, facts: given })).rejects.toMatchObject({ code: 'id_taken' });
    expect(await town.worker.api.registry.readElder({ elderId: id })).toMatchObject({
      version: 1,
      facts: { name: '先来' },
    });
  });
});

describe('an ID number', () => {
  it('is kept in its one form, tells the birth date, and is shown masked', async () => {
    const number = anIdNumber('1941-05-06', 'female', 9, '120999').toLowerCase();
    const facts = someFacts(town.first, { birthDate: null, idNumber: ` ${number.slice(0, 6)} ${number.slice(6)} ` });
    const made = await town.worker.api.registry.addElder({ id: aRandomId(), facts });
    expect(made.facts).toMatchObject({ birthDate: '1941-05-06', idKind: 'resident' });
    expect(made.facts.idNumberMasked).toBe(`120999********${number.slice(-4).toUpperCase()}`);
    const { items } = await town.worker.api.registry.listElders({ q: number });
    expect(items.map(({ id }) => id)).toEqual([made.id]);
  });

  it('belongs to one file of the street, also when two clerks add it at once', async () => {
    const idNumber = anIdNumber('1944-03-08', 'female', 200, '120999');
    const add = () =>
      town.worker.api.registry.addElder({ id: aRandomId(), facts: someFacts(town.first, { name: '同号', idNumber }) });
    const answers = await Promise.allSettled([add(), add()]);
    const lost = answers.filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject([{ reason: { code: 'id_number_held' } }]);
    await town.farOffice.api.registry.addElder({ id: aRandomId(), facts: someFacts(town.far, { idNumber }) });
  });
});

describe('areas', () => {
  it('must be of the street, belong together, and lie in the worker’s own communities', async () => {
    const before = await count();
    const [first, second] = [someFacts(town.first), someFacts(town.second)];
    const wrong: FactsGiven[] = [
      second,
      someFacts(town.far),
      { ...first, address: { ...first.address, communityId: aRandomId() } },
      { ...first, address: { ...first.address, estateId: second.address.estateId } },
      { ...first, address: { ...first.address, gridId: town.second.grids[0]!.id } },
    ];
    for (const facts of wrong)
      await expect(town.worker.api.registry.addElder({ id: aRandomId(), facts })).rejects.toMatchObject({
        code: 'area_unknown',
      });
    expect(await count()).toBe(before);
  });
});

it.each<[string, Partial<FactsGiven> & Record<string, unknown>]>([
  ['facts.name', { name: '  ' }],
  ['facts.phone', { phone: '12345' }],
  ['facts.birthDate', { birthDate: '1940-02-30' }],
  ['facts.abilityLevel', { abilityLevel: 5 }],
  ['facts.contacts.0.phone', { contacts: [{ name: '甲', relation: '子', phone: 'x' }] }],
  ['facts', { nobodyAsked: '1' }],
  ['facts.idNumber', { idNumber: '120999194403080020' }],
  ['facts.birthDate', { birthDate: '2027-01-01' }],
  ['facts.birthDate', { birthDate: '1944-03-09', idNumber: anIdNumber('1944-03-08', 'female', 3, '120999') }],
  ['facts.sex', { sex: 'male', idNumber: anIdNumber('1944-03-08', 'female', 3, '120999') }],
])('names the field %s when it is wrong, and writes nothing', async (field, given) => {
  const before = await count();
  const facts = { ...someFacts(town.first), ...given } as FactsGiven;
  await expect(town.worker.api.registry.addElder({ id: aRandomId(), facts })).rejects.toMatchObject({
    code: 'bad_input',
    fields: [{ field: expect.stringContaining(field) }],
  });
  expect(await count()).toBe(before);
});

it.each(['resident', 'family', 'volunteer', 'districtViewer'] as const)('refuses a %s', async (role) => {
  const someone = await town.someone(role, { communityIds: role === 'volunteer' ? [town.first.id] : [] });
  const request = { id: aRandomId(), facts: someFacts(town.first) };
  await expect(someone.api.registry.addElder(request)).rejects.toMatchObject({ code: 'not_allowed' });
});

it('leaves no phone, door, contact or note readable in the database', async () => {
  const facts = someFacts(town.first, {
    phone: '13800009876',
    contacts: [{ name: '钱多多', relation: '侄女', phone: '13900008765' }],
    doorNotes: '钥匙在邻居家',
    careNotes: '有糖尿病',
    idNumber: anIdNumber('1944-03-08', 'female', 77, '120999'),
    landline: '022-23456789',
    hukouAddress: '向阳街十号',
    chronic: ['帕金森'],
    allergies: '头孢',
    keyHolders: [{ name: '贾守信', relation: '邻居', phone: '13900007654' }],
    doctor: { name: '秦大夫', relation: '家庭医生', phone: '13900006543' },
    address: { building: '87', unit: '9', floor: '6', room: '6543', note: '门禁码三七二一' },
  });
  await town.worker.api.registry.addElder({ id: aRandomId(), facts });
  const dump = JSON.stringify(await town.db.collection('elders').find().toArray());
  expect(dump).toContain(facts.name);
  const secrets = [
    facts.idNumber!,
    '1209991944',
    '02223456789',
    '23456789',
    '向阳街',
    '帕金森',
    '头孢',
    '贾守信',
    '13900007654',
    '秦大夫',
    '13800009876',
    '00009876',
    '13900008765',
    '钱多多',
    '钥匙',
    '糖尿病',
    '6543',
    '三七二一',
  ];
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
});
