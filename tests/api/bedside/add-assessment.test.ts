import { itemCodes } from '@wubian/shared/bedside/ability-items.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { anAssessment, scoring, wellScores } from '../../factories/assessments.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const fileOf = (elderId: string) => town.db.collection('elders').findOne({ _id: elderId as never });
const stored = (id: string) => town.db.collection('assessments').findOne({ _id: id as never });
const bedside = () => town.worker.api.bedside;

describe('a whole sheet', () => {
  it('is answered with total, level and why, and the file takes its level', async () => {
    const elderId = await town.elder();
    const sent = anAssessment(elderId, { dementia: true });
    const result = await bedside().addAssessment(sent);
    expect(result).toMatchObject({
      id: sent.id,
      standard: 'GB/T 42195-2022',
      form: 'sheet',
      day: '2026-04-20',
      total: 58,
      level: 3,
      levelWords: '重度失能（3级）',
      words: ['总分 58 分，中度失能（2级）。', '因确诊痴呆，调整为重度失能（3级）。'],
      scores: sent.scores,
      reason: 'first',
      assessors: ['赵评估', '钱评估'],
      recordedByName: '刘芳',
      effective: true,
      voided: null,
    });
    expect(Object.values(result.blocks!).reduce((a, b) => a + b, 0)).toBe(58);
    expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 3, abilityOn: '2026-04-20' });
    expect(await bedside().listAssessments({ elderId })).toEqual({
      elderName: '王秀兰',
      items: [result],
      due: { due: false, dueOn: '2027-04-20', words: [] },
      can: { add: true },
    });
  });

  it('sent twice is stored once and answered the same', async () => {
    const elderId = await town.elder();
    const sent = anAssessment(elderId);
    const first = await bedside().addAssessment(sent);
    // What happens in between does not change what was judged.
    for (const day of ['2026-04-18', '2026-04-19'])
      await bedside().addRiskEvent({ elderId, id: aRandomId(), kind: 'fall', day });
    expect(await bedside().addAssessment(sent)).toEqual(first);
    expect((await bedside().listAssessments({ elderId })).items).toHaveLength(1);
    await expect(bedside().addAssessment({ ...sent, coma: true })).rejects.toMatchObject({ code: 'id_taken' });
    const other = await town.elder();
    await expect(bedside().addAssessment({ ...sent, elderId: other })).rejects.toMatchObject({ code: 'id_taken' });
    await expect(town.office.api.bedside.addAssessment(sent)).rejects.toMatchObject({ code: 'id_taken' });
  });

  it('counts the risk events of the log with those declared, and names them', async () => {
    const elderId = await town.elder();
    for (const [kind, day] of [
      ['fall', '2026-04-05'],
      ['fall', '2026-03-01'],
      ['change', '2026-04-10'],
    ] as const)
      await bedside().addRiskEvent({ elderId, id: aRandomId(), kind, day });
    const one = await bedside().addAssessment(anAssessment(elderId, { day: '2026-04-20' }));
    expect(one).toMatchObject({ level: 2, words: ['总分 58 分，中度失能（2级）。'] });
    const two = await bedside().addAssessment(anAssessment(elderId, { day: '2026-04-21', declaredRiskEvents: 1 }));
    expect(two).toMatchObject({
      level: 3,
      words: [
        '总分 58 分，中度失能（2级）。',
        '因近 30 天有 2 次照护风险事件，调整为重度失能（3级）。',
        '计入的风险事件：4月5日跌倒，另有未登记的 1 次。',
      ],
    });
  });
});

describe('a sheet that is not whole', () => {
  const refusedWith = async (scores: Record<string, unknown>) => {
    const elderId = await town.elder();
    const sent = { ...anAssessment(elderId), scores: scores as never };
    const refused = await bedside()
      .addAssessment(sent)
      .catch((error: unknown) => error);
    expect(await stored(sent.id)).toBeNull();
    expect((await fileOf(elderId))!.abilityLevel).toBe(1);
    return refused;
  };

  it.each(itemCodes)('is refused without %s, which is named', async (code) => {
    const { [code]: _, ...rest } = wellScores;
    expect(await refusedWith(rest)).toMatchObject({
      code: 'bad_input',
      fields: [{ field: `scores.${code}`, words: expect.stringMatching(/^“.+”还没有评分。$/) }],
    });
  });

  it.each([
    ['B2.4', 4, '“上下楼梯”应是 0 到 3 的整数。'],
    ['B4.4', -1, '“使用交通工具外出”应是 0 到 3 的整数。'],
    ['B1.1', 1.5, '“进食”应是 0 到 4 的整数。'],
    ['B3.9', '2', '“意识水平”应是 0 到 2 的整数。'],
    ['B3.8', null, '“抑郁症状”还没有评分。'],
  ])('is refused with %s = %s', async (code, score, words) => {
    const refused = await refusedWith({ ...wellScores, [code]: score });
    expect(refused).toMatchObject({ code: 'bad_input', fields: [{ field: `scores.${code}`, words }] });
  });

  it('is refused with an item that the standard does not have', async () => {
    expect(await refusedWith({ ...wellScores, 'B5.1': 4 })).toMatchObject({ fields: [{ field: 'scores.B5.1' }] });
  });

  it('is refused for a day to come, one assessor, or the same one twice', async () => {
    const elderId = await town.elder();
    const sent = (given: object) => bedside().addAssessment({ ...anAssessment(elderId), ...given });
    await expect(sent({ day: '2026-12-01' })).rejects.toMatchObject({
      fields: [{ field: 'day', words: '日期不能晚于今天。' }],
    });
    await expect(sent({ assessors: ['赵评估'] })).rejects.toMatchObject({ fields: [{ field: 'assessors' }] });
    await expect(sent({ assessors: ['赵评估', '赵评估'] })).rejects.toMatchObject({
      fields: [{ field: 'assessors', words: '两位评估人不能是同一人。' }],
    });
  });
});

describe('which result counts', () => {
  it('is the newest by day: an older sheet entered late changes nothing', async () => {
    const elderId = await town.elder();
    const newer = await bedside().addAssessment(anAssessment(elderId, { day: '2026-04-20', total: 40 }));
    const late = await bedside().addAssessment(anAssessment(elderId, { day: '2025-04-20', total: 90 }));
    expect([newer.effective, late.effective]).toEqual([true, false]);
    expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 3, abilityOn: '2026-04-20' });
    const { items } = await bedside().listAssessments({ elderId });
    expect(items.map(({ id, effective }) => [id, effective])).toEqual([
      [newer.id, true],
      [late.id, false],
    ]);
  });

  it('stays right when several arrive at once', async () => {
    const elderId = await town.elder();
    const days = ['2026-04-11', '2026-04-12', '2026-04-13', '2026-04-14', '2026-04-15'];
    const totals = [10, 35, 50, 70, 90];
    const sent = days.map((day, i) => anAssessment(elderId, { day, total: totals[i]! }));
    await Promise.all(sent.map((one) => bedside().addAssessment(one)));
    await town.bedside.followLeftovers();
    expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 0, abilityOn: '2026-04-15' });
    expect(await town.db.collection('assessments').countDocuments({ elderId, followed: false })).toBe(0);
  });
});

it('brings the level to the file later when the first try broke off after the write', async () => {
  const elderId = await town.elder();
  town.fault.ability = true;
  const result = await bedside().addAssessment(anAssessment(elderId, { total: 20 }));
  expect(result).toMatchObject({ level: 4, effective: true });
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 1 });
  town.fault.ability = false;
  expect(await town.bedside.followLeftovers()).toBe(1);
  expect(await fileOf(elderId)).toMatchObject({ abilityLevel: 4, abilityOn: '2026-04-20' });
  expect(await town.bedside.followLeftovers()).toBe(0);
});

it('is nothing to staff of another community or street', async () => {
  const elderId = await town.elder();
  for (const { api } of [town.otherWorker, town.farOffice]) {
    const refused = { code: 'elder_not_found' };
    await expect(api.bedside.addAssessment(anAssessment(elderId))).rejects.toMatchObject(refused);
    await expect(api.bedside.listAssessments({ elderId })).rejects.toMatchObject(refused);
    await expect(
      api.bedside.addRiskEvent({ elderId, id: aRandomId(), kind: 'fall', day: '2026-04-20' }),
    ).rejects.toMatchObject(refused);
    await expect(api.bedside.listRiskEvents({ elderId })).rejects.toMatchObject(refused);
  }
  expect(await town.db.collection('assessments').countDocuments({ elderId })).toBe(0);
});

it('lies sealed in the database: no item, word, name or diagnosis can be read there', async () => {
  const elderId = await town.elder();
  const sent = anAssessment(elderId, { scores: scoring(44), dementia: true, note: '夜里常起来走动' });
  await bedside().addAssessment(sent);
  await bedside().addRiskEvent({ elderId, id: aRandomId(), kind: 'suicide', day: '2026-04-20', words: '留了字条' });
  await bedside().voidAssessment({ assessmentId: sent.id, reason: '评估人没有到场', dry: false });
  const dump = JSON.stringify([
    await town.db.collection('assessments').find({ elderId }).toArray(),
    await town.db.collection('riskEvents').find({ elderId }).toArray(),
  ]);
  expect(dump).toContain(sent.id);
  for (const secret of ['B1.1', '痴呆', 'dementia', '赵评估', '评估站', '夜里', 'suicide', '字条', '没有到场'])
    expect(dump).not.toContain(secret);
});
