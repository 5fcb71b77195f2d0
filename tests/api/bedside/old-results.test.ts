import type { Standard } from '@wubian/shared/bedside/ability.ts';
import { beforeAll, expect, it } from 'vitest';
import { anAssessment } from '../../factories/assessments.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const fileOf = (elderId: string) => town.db.collection('elders').findOne({ _id: elderId as never });
const bedside = () => town.worker.api.bedside;
const aConclusion = (elderId: string, standard: Standard, level: number, day: string) => ({
  ...{ elderId, id: aRandomId(), day, organisation: '区评估中心', note: '纸质档案' },
  result: { standard, level } as never,
});

it('keeps a result by the old standard as it is: never converted, never in the file, never the one that counts', async () => {
  const elderId = await town.elder({ abilityLevel: 2 });
  const sent = aConclusion(elderId, 'MZ/T 039-2013', 3, '2026-04-01');
  const old = await bedside().addOldResult(sent);
  expect(old).toMatchObject({
    standard: 'MZ/T 039-2013',
    form: 'conclusion',
    level: 3,
    levelWords: '重度失能（3级）',
    total: null,
    scores: null,
    words: ['旧标准（MZ/T 039-2013）的结果，按原样保存，不换算。'],
    effective: false,
  });
  await town.bedside.followLeftovers();
  const file = await fileOf(elderId);
  expect(file).toMatchObject({ abilityLevel: 2, abilityOn: null, version: 1 });
  expect((await bedside().listAssessments({ elderId })).due).toEqual({
    due: true,
    dueOn: null,
    words: ['还没有国标评估结果。'],
  });
  expect(await bedside().addOldResult(sent)).toEqual(old);

  // Nor does it come to count beside, or instead of, an older result by the present standard.
  const sheet = await bedside().addAssessment(anAssessment(elderId, { day: '2026-03-01', total: 70 }));
  expect(sheet.effective).toBe(true);
  await bedside().voidAssessment({ assessmentId: sheet.id, reason: '重复录入', dry: false });
  expect((await bedside().listAssessments({ elderId })).items.some(({ effective }) => effective)).toBe(false);
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: null, abilityOn: null });
});

it('takes a conclusion by the present standard from paper, flagged as such, and it counts', async () => {
  const elderId = await town.elder();
  const result = await bedside().addOldResult(aConclusion(elderId, 'GB/T 42195-2022', 4, '2025-10-08'));
  expect(result).toMatchObject({
    form: 'conclusion',
    level: 4,
    total: null,
    words: ['只有结论，没有 26 项评分。'],
    effective: true,
  });
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 4, abilityOn: '2025-10-08' });
});

it('refuses a level that the standard does not have', async () => {
  const elderId = await town.elder();
  for (const [standard, level] of [
    ['MZ/T 039-2013', 4],
    ['GB/T 42195-2022', 5],
    ['GB/T 42195-2022', -1],
    ['MZ/T 039-2013', 1.5],
  ] as const) {
    await expect(bedside().addOldResult(aConclusion(elderId, standard, level, '2025-10-08'))).rejects.toMatchObject({
      code: 'bad_input',
    });
  }
  const ahead = aConclusion(elderId, 'MZ/T 039-2013', 1, '2027-01-01');
  await expect(bedside().addOldResult(ahead)).rejects.toMatchObject({ fields: [{ field: 'day' }] });
  expect(await town.db.collection('assessments').countDocuments({ elderId })).toBe(0);
});
