import { categories } from '@wubian/shared/registry/categories.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoStreet, otherDemoStreet } from '../../../server/demo/areas.ts';
import { demoElders, mother, otherDemoElders } from '../../../server/demo/elders.ts';
import { fillDemo } from '../../../server/demo/index.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
let welcome: string[];
const counts = async () => {
  const names = ['elders', 'grants', 'accounts', 'roleAssignments', 'personas', 'tasks', 'notices', 'ledger'];
  return Promise.all(names.map((name) => town.db.collection(name).countDocuments()));
};

beforeAll(async () => {
  town = await registryTown();
  // The first start breaks off in the middle.
  town.fault.notices = true;
  const { registry } = town.rooms;
  const answerGrant = () => Promise.reject(new Error('power cut'));
  const broken = { ...registry, handlers: { ...registry.handlers, answerGrant } };
  await expect(fillDemo({ ...town.rooms, registry: broken })).rejects.toThrow('power cut');
  town.fault.notices = false;
  welcome = await fillDemo(town.rooms);
});

const as = async (key: string) => {
  const { token } = await town.as().accounts.signInAsPersona({ key });
  return town.as(token);
};

it('fills once, also after a start that broke off, and says as whom to sign in', async () => {
  const before = await counts();
  expect(await fillDemo(town.rooms)).toEqual(welcome);
  expect(await counts()).toEqual(before);
  expect(before[0]).toBe(demoElders.length + otherDemoElders.length);
  expect(before.every((count) => count > 0)).toBe(true);
  expect(welcome.join()).toContain('王秀兰（老人）');
});

describe('the demo identities', () => {
  it('are eight, in a fixed order, and each can sign in to her home', async () => {
    // The town of this test has personas of its own, with ids for keys.
    const items = (await town.as().accounts.personas()).items.filter(({ key }) => !/^[0-9a-f]{24}$/.test(key));
    expect(items.map(({ role }) => role)).toEqual([
      'resident',
      'family',
      'volunteer',
      'volunteer',
      'gridWorker',
      'communityHead',
      'streetOffice',
      'districtViewer',
    ]);
    for (const { key, role } of items) expect((await (await as(key)).accounts.me()).active).toMatchObject({ role });
  });

  it('the daughter acts for her mother, who can ring her worker', async () => {
    expect((await (await as('daughter')).registry.myElders()).items).toMatchObject([
      { id: mother.id, relation: 'daughter', scopes: ['see', 'ask', 'confirm'], worker: { name: '刘芳' } },
    ]);
    expect((await (await as('mother')).registry.myElders()).items).toMatchObject([{ id: mother.id, relation: 'self' }]);
  });

  it('the worker has an asking to answer, and finds 王秀兰 by initials and by door', async () => {
    const worker = await as('worker');
    expect((await worker.registry.listGrants({ state: 'asked' })).items).toMatchObject([{ familyName: '郭伟' }]);
    for (const q of ['wxl', '水韵园3-2-501', '13800001001'])
      expect((await worker.registry.listElders({ q })).items.map(({ id }) => id)).toContain(mother.id);
  });
});

describe('the invented elders', () => {
  it('show every category of a city and, for each, some of whom nothing is known yet', async () => {
    const office = await as('office');
    const held = new Set<string>();
    const unknown = new Set<string>();
    for (const { id } of demoElders)
      for (const { category, holds } of (await office.registry.readElder({ elderId: id })).categories) {
        if (holds === 'yes') held.add(category);
        if (holds === 'unknown') unknown.add(category);
      }
    // Nobody of a city street lives in a village: 留守 is not found there.
    expect([...held].sort()).toEqual(categories.filter((category) => category !== 'leftBehind').sort());
    expect([...unknown].sort()).toEqual([...categories].sort());
  });

  it('have fictitious numbers only, none twice', () => {
    const all = [...demoElders, ...otherDemoElders].map(({ facts }) => facts);
    const phones = all.flatMap(({ phone }) => phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
    const contacts = all.flatMap(({ contacts }) => contacts.map(({ phone }) => phone));
    expect([...phones, ...contacts].filter((phone) => !/^13[89]0000\d{4}$/.test(phone))).toEqual([]);
  });

  it('of the second street are invisible to the first', async () => {
    const office = await as('office');
    expect(otherDemoStreet.id).not.toBe(demoStreet.id);
    for (const { id } of otherDemoElders)
      await expect(office.registry.readElder({ elderId: id })).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it('leave no phone, door or note readable in any collection of the database', async () => {
    const secrets = new Set(
      [...demoElders, ...otherDemoElders].flatMap(({ facts }) => [
        ...(facts.phone ? [facts.phone] : []),
        ...facts.contacts.map(({ phone }) => phone),
        ...[facts.doorNotes, facts.careNotes].filter((note) => note !== ''),
      ]),
    );
    secrets.add('"room"').add('3号楼').add('13800001003');
    expect(secrets.size).toBeGreaterThan(100);
    for (const { name } of await town.db.listCollections()) {
      const dump = JSON.stringify(await town.db.collection(name).find().toArray());
      expect([...secrets].filter((secret) => dump.includes(secret)).map((secret) => `${name}: ${secret}`)).toEqual([]);
    }
  });
});
