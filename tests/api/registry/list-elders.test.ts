import {
  ageOn,
  type CategoryFacts,
  categories,
  childrenLives,
  deriveCategories,
  livings,
} from '@wubian/shared/registry/categories.ts';
import { choicesOf, maritalLabels } from '@wubian/shared/registry/fact-labels.ts';
import { riskColours, riskOn } from '@wubian/shared/registry/risk.ts';
import { dayOf } from '@wubian/shared/time.ts';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;

beforeAll(async () => {
  town = await registryTown();
  const door = (building: string, unit: string, room: string) => ({ building, unit, floor: '', room });
  await town.elder({ name: '王秀兰', phone: '13800001234', address: door('3', '2', '501') });
  await town.elder({ name: '王向阳', phone: '02223331234', address: door('3', '2', '502') });
  await town.elder({ name: '单玉梅', phone: null, address: door('03号楼', '1', '101') });
  const yard = { ...door('3', '2', '501'), estateId: town.first.estates[1]!.id };
  await town.elder({ name: '曾国安', phone: '13800004321', address: yard });
  await town.elder({ name: '王秀兰', phone: '13800007777', address: door('3', '2', '501') }, town.second);
  await town.elder({ name: '远方人', phone: '13800001234', address: door('3', '2', '501') }, town.far);
});

const names = async (q?: string, who = town.worker) =>
  (await who.api.registry.listElders(q === undefined ? {} : { q })).items.map(({ name }) => name);

describe('what a row shows', () => {
  it('has phone and door masked, the age of today, what holds, the risk and what is wrong with the file', async () => {
    const { items } = await town.worker.api.registry.listElders({ q: '13800001234' });
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: '王秀兰',
        sex: 'female',
        age: 82,
        communityId: town.first.id,
        version: 1,
        communityName: '水西里',
        gridName: '',
        addressLine: '水西里花园 3号楼',
        phoneMasked: '138****1234',
        categories: ['livingAlone', 'advancedAge'],
        risk: 'red',
        status: 'present',
        statusLabel: '在册',
        responsibleId: null,
        responsibleName: '',
        faults: ['noResponsible', 'noGrid', 'noPoint'],
        updatedAt: town.clock().toISOString(),
      },
    ]);
  });

  it('comes in the order of pinyin', async () => {
    expect(await names()).toEqual(['单玉梅', '王向阳', '王秀兰', '曾国安']);
  });
});

describe('whom one sees', () => {
  it('is the own community for workers, the whole street for its office, and never another street', async () => {
    expect(await names(undefined, town.otherWorker)).toEqual(['王秀兰']);
    expect(await names(undefined, town.office)).toHaveLength(5);
    expect(await names(undefined, town.farOffice)).toEqual(['远方人']);
    expect(await names('13800001234', town.otherWorker)).toEqual([]);
    expect(await names('3-2-501', town.farOffice)).toEqual(['远方人']);
  });

  it('does not widen when a worker asks for a community that is not hers', async () => {
    const { items } = await town.worker.api.registry.listElders({ communityId: town.second.id });
    expect(items).toEqual([]);
    const office = await town.office.api.registry.listElders({ communityId: town.second.id });
    expect(office.items).toHaveLength(1);
  });

  it.each(['resident', 'family', 'volunteer', 'districtViewer'] as const)('is nobody for a %s', async (role) => {
    const someone = await town.someone(role, { communityIds: role === 'volunteer' ? [town.first.id] : [] });
    await expect(someone.api.registry.listElders()).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('finding somebody', () => {
  it.each([
    ['wxl', ['王秀兰']],
    ['wx', ['王向阳', '王秀兰']],
    ['WangXiu', ['王秀兰']],
    ['dym', ['单玉梅']],
    ['sym', ['单玉梅']],
    ['zga', ['曾国安']],
    ['王', ['王向阳', '王秀兰']],
    ['秀兰', ['王秀兰']],
    ['138 0000 1234', ['王秀兰']],
    ['+86 13800001234', ['王秀兰']],
    ['022-23331234', ['王向阳']],
    ['23331234', ['王向阳']],
    ['0001234', ['王秀兰']],
    ['3-2-501', ['王秀兰', '曾国安']],
    ['3号楼2门501', ['王秀兰', '曾国安']],
    ['3楼2单元501室', ['王秀兰', '曾国安']],
    ['三号楼二门', ['王向阳', '王秀兰', '曾国安']],
    ['3号楼', ['单玉梅', '王向阳', '王秀兰', '曾国安']],
    ['501室', ['王秀兰', '曾国安']],
    ['花园3-2-501', ['王秀兰']],
    ['水西里大院 3号楼', ['曾国安']],
    ['没有的小区3-2-501', []],
    ['大院', ['曾国安']],
    ['.*', []],
    ['^王', []],
    ['$where', []],
    ['·', []],
  ])('%s finds %j', async (q, found) => {
    expect(await names(q)).toEqual(found);
  });
});

describe('the pages of a list', () => {
  it('hold what was asked for, leave nobody out and show nobody twice', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await town.office.api.registry.listElders({ limit: 2, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it.each(['nonsense', 'e30', ''])('refuse the place %j', async (cursor) => {
    await expect(town.office.api.registry.listElders({ cursor })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ field: 'cursor' }],
    });
  });
});

describe('the categories as filters', () => {
  it('find in the database exactly those for whom they are derived', async () => {
    const orUnknown = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
    const someKnown: fc.Arbitrary<CategoryFacts> = fc.record({
      birthDate: orUnknown(fc.constantFrom('1946-05-05', '1946-05-06', '1946-05-07', '1930-01-01', '1960-12-31')),
      living: orUnknown(fc.constantFrom(...livings)),
      childrenLive: orUnknown(fc.constantFrom(...childrenLives)),
      abilityLevel: orUnknown(fc.integer({ min: 0, max: 4 })),
      handicapGrade: orUnknown(fc.integer({ min: 0, max: 4 })),
      familyPlanningSpecial: orUnknown(fc.boolean()),
      marital: orUnknown(fc.constantFrom(...choicesOf(maritalLabels))),
      ruralHome: orUnknown(fc.boolean()),
      hasSupporter: orUnknown(fc.boolean()),
    });
    const sample = fc.sample(someKnown, { numRuns: 60, seed: 7 });
    const ids: string[] = [];
    for (const facts of sample) ids.push(await town.elder({ ...facts, name: '抽样' }, town.second));

    const day = dayOf(town.clock());
    for (const category of categories) {
      const expected = sample.flatMap((facts, i) =>
        deriveCategories(facts, day).find((held) => held.category === category)!.holds === 'yes' ? [ids[i]] : [],
      );
      const { items } = await town.otherWorker.api.registry.listElders({ category, q: '抽样', limit: 50 });
      expect(expected.length).toBeGreaterThan(0);
      expect(items.map(({ id }) => id).sort()).toEqual(expected.sort());
    }
    for (const risk of riskColours) {
      const expected = sample.flatMap((facts, i) => (riskOn(facts, day).colour === risk ? [ids[i]] : []));
      const { items } = await town.otherWorker.api.registry.listElders({ risk, q: '抽样', limit: 50 });
      expect(items.map(({ id }) => id).sort()).toEqual(expected.slice().sort());
      expect(await town.otherWorker.api.registry.countElders({ risk, q: '抽样' })).toEqual({
        count: expected.length,
        more: false,
      });
    }
    expect(sample.some(({ birthDate }) => birthDate && ageOn(birthDate, day) === 80)).toBe(true);
  });
});
