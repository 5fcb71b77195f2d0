import { beforeAll, expect, it } from 'vitest';
import { anAssessment } from '../../factories/assessments.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const fileOf = (elderId: string) => town.db.collection('elders').findOne({ _id: elderId as never });
const bedside = () => town.worker.api.bedside;

/** An elder with level 1 of 2025 and level 4 of 2026. */
async function assessedTwice() {
  const elderId = await town.elder();
  const before = await bedside().addAssessment(anAssessment(elderId, { day: '2025-06-01', total: 70 }));
  const newest = await bedside().addAssessment(anAssessment(elderId, { day: '2026-04-20', total: 12 }));
  return { elderId, before, newest };
}

it('says first what would follow, and changes nothing by saying it', async () => {
  const { elderId, before, newest } = await assessedTwice();
  const ask = (assessmentId: string) => bedside().voidAssessment({ assessmentId, reason: '录错了人', dry: true });
  expect(await ask(newest.id)).toEqual({ done: false, words: '作废后，现行结果是 2025-06-01 的轻度失能（1级）。' });
  expect(await ask(before.id)).toEqual({ done: false, words: '这不是现行结果，作废后等级不变。' });
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 4, abilityOn: '2026-04-20' });
  expect((await bedside().listAssessments({ elderId })).items.every(({ voided }) => voided === null)).toBe(true);
});

it('falls back to the result before, keeps the void one in the history, and to nothing after the last', async () => {
  const { elderId, before, newest } = await assessedTwice();
  const voiding = { assessmentId: newest.id, reason: '录错了人', dry: false };
  const done = await bedside().voidAssessment(voiding);
  expect(done).toEqual({ done: true, words: '作废后，现行结果是 2025-06-01 的轻度失能（1级）。' });
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 1, abilityOn: '2025-06-01' });
  const { items } = await bedside().listAssessments({ elderId });
  expect(items).toMatchObject([
    {
      id: newest.id,
      level: 4,
      total: 12,
      effective: false,
      voided: { byName: '刘芳', reason: '录错了人' },
      can: { void: false },
    },
    { id: before.id, effective: true, voided: null, can: { void: true } },
  ]);

  expect(await bedside().voidAssessment(voiding)).toEqual(done);
  await expect(bedside().voidAssessment({ ...voiding, reason: '别的' })).rejects.toMatchObject({
    code: 'assessment_voided',
  });
  await expect(bedside().voidAssessment({ ...voiding, dry: true })).rejects.toMatchObject({
    code: 'assessment_voided',
  });

  const last = await bedside().voidAssessment({ assessmentId: before.id, reason: '评估人无资质', dry: false });
  expect(last.words).toBe('作废后没有有效结果，档案里的能力等级变为“未评估”。');
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: null, abilityOn: null });
});

it('is followed later when the first try broke off after the write', async () => {
  const { elderId, newest } = await assessedTwice();
  town.fault.ability = true;
  await bedside().voidAssessment({ assessmentId: newest.id, reason: '录错了人', dry: false });
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 4 });
  town.fault.ability = false;
  await town.bedside.followLeftovers();
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 1, abilityOn: '2025-06-01' });
});

it('needs a reason, and an assessment within reach', async () => {
  const { newest } = await assessedTwice();
  const voiding = { assessmentId: newest.id, reason: '录错了人', dry: false };
  await expect(bedside().voidAssessment({ ...voiding, reason: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'reason', words: '请写明原因' }],
  });
  for (const { api } of [town.otherWorker, town.farOffice])
    for (const dry of [true, false])
      await expect(api.bedside.voidAssessment({ ...voiding, dry })).rejects.toMatchObject({
        code: 'assessment_not_found',
      });
});
