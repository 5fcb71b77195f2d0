import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit, SomeWords, Words } from '../wire.ts';
import { abilityLevels, faultOf, oldLevels, standards } from './ability.ts';
import { blockCodes, itemCodes, maxOf } from './ability-items.ts';
import { reasonNames } from './reasons.ts';
import { eventKindNames } from './risk-events.ts';

const perItem = <T extends z.ZodType>(make: (code: (typeof itemCodes)[number]) => T) =>
  Object.fromEntries(itemCodes.map((code) => [code, make(code)])) as Record<(typeof itemCodes)[number], T>;

/** All 26, each a whole number up to its maximum; a refusal names the item. */
export const AbilityScores = z
  .strictObject(
    perItem((code) => {
      const error = ({ input }: { input?: unknown }) => faultOf(code, input) ?? undefined;
      return z.int({ error }).min(0, { error }).max(maxOf(code), { error });
    }),
  )
  .meta({ id: 'AbilityScores' });

const AssessReason = z.enum(reasonNames);
const level = z
  .number()
  .int()
  .min(0)
  .max(abilityLevels.length - 1);
const oldLevel = z
  .number()
  .int()
  .min(0)
  .max(oldLevels.length - 1);
const why = SomeWords(200, '请写明原因');

export const AbilityResult = z
  .strictObject({
    id: Id,
    standard: z.enum([standards.now, standards.old]),
    /** `conclusion`: only the result is known, from paper. */
    form: z.enum(['sheet', 'conclusion']),
    day: Day,
    level: z.number().int(),
    /** '重度失能（3级）' */
    levelWords: z.string(),
    total: z.number().int().nullable(),
    /** Why it is this level, line by line. */
    words: z.array(z.string()),
    scores: AbilityScores.nullable(),
    blocks: z.record(z.enum(blockCodes), z.number().int()).nullable(),
    reason: AssessReason.nullable(),
    assessors: z.array(z.string()),
    organisation: z.string(),
    informant: z.string(),
    note: z.string(),
    recordedByName: z.string(),
    recordedAt: Instant,
    /** The result that counts: the newest by day of the present standard that is not void. */
    effective: z.boolean(),
    voided: z.strictObject({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
    can: z.strictObject({ void: z.boolean() }),
  })
  .meta({ id: 'AbilityResult' });

export const DueState = z
  .strictObject({ due: z.boolean(), dueOn: Day.nullable(), words: z.array(z.string()) })
  .meta({ id: 'DueState' });

export const RiskEvent = z
  .strictObject({
    id: Id,
    kind: z.enum(eventKindNames),
    label: z.string(),
    day: Day,
    words: z.string(),
    recordedByName: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'RiskEvent' });

export const bedside = {
  listAssessments: endpoint({
    method: 'GET',
    path: '/elders/:elderId/assessments',
    summary: '一位老人的能力评估：现行结果、历次结果和是否该重新评估',
    may: 'elder.read',
    input: z.strictObject({ elderId: Id }),
    output: z.strictObject({
      elderName: z.string(),
      /** Newest by day first. */
      items: z.array(AbilityResult),
      due: DueState,
      can: z.strictObject({ add: z.boolean() }),
    }),
    refusals: ['elder_not_found'],
  }),
  addAssessment: endpoint({
    method: 'POST',
    path: '/elders/:elderId/assessments',
    summary: '录入一次能力评估（GB/T 42195-2022，26 项），由系统算总分和等级',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      id: Id,
      day: Day,
      reason: AssessReason,
      scores: AbilityScores,
      coma: z.boolean(),
      dementia: z.boolean(),
      mentalDisorder: z.boolean(),
      /** Risk events of the last 30 days that are not in the log; those in the log are counted by the server. */
      declaredRiskEvents: z.number().int().min(0).max(30).default(0),
      assessors: z.array(SomeWords(30, '请填评估人姓名')).length(2, '请填两位评估人'),
      organisation: SomeWords(60, '请填评估机构'),
      informant: Words(60).default(''),
      note: Words(300).default(''),
    }),
    output: AbilityResult,
    refusals: ['elder_not_found', 'id_taken'],
  }),
  addOldResult: endpoint({
    method: 'POST',
    path: '/elders/:elderId/assessment-conclusions',
    summary: '补录纸上的评估结论：旧标准（MZ/T 039-2013）原样保存、不换算，或只有结论的国标结果',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      id: Id,
      day: Day,
      /** Each with its own levels; the old standard has four. */
      result: z.discriminatedUnion('standard', [
        z.strictObject({ standard: z.literal(standards.old), level: oldLevel }),
        z.strictObject({ standard: z.literal(standards.now), level }),
      ]),
      organisation: SomeWords(60, '请填评估机构'),
      note: Words(300).default(''),
    }),
    output: AbilityResult,
    refusals: ['elder_not_found', 'id_taken'],
  }),
  voidAssessment: endpoint({
    method: 'POST',
    path: '/assessments/:assessmentId/void',
    summary: '作废一次评估：先看作废后等级怎样变，再确认；记录保留',
    may: 'elder.write',
    input: z.strictObject({
      assessmentId: Id,
      reason: why,
      /** True: only say what would follow. */
      dry: z.boolean(),
    }),
    output: z.strictObject({
      done: z.boolean(),
      /** What counts after it: '作废后，按 2025-05-06 的结果：中度失能（2级）。' */
      words: z.string(),
    }),
    refusals: ['assessment_not_found', 'assessment_voided'],
  }),
  dueAssessments: endpoint({
    method: 'GET',
    path: '/due-assessments',
    summary: '该评估的老人：发生风险事件或状态变化的在前，然后是从未评估和已满期限的',
    may: 'elder.read',
    input: z.strictObject({ limit: Limit, cursor: Cursor }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          elderId: Id,
          name: z.string(),
          communityName: z.string(),
          /** The last result that counts, in words; '' when there is none. */
          lastWords: z.string(),
          due: DueState,
        }),
      ),
      next: z.string().nullable(),
    }),
    refusals: [],
  }),
  addRiskEvent: endpoint({
    method: 'POST',
    path: '/elders/:elderId/risk-events',
    summary: '登记一次照护风险事件或状态变化；30 天内两次风险事件应即时评估',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      id: Id,
      kind: z.enum(eventKindNames),
      day: Day,
      words: Words(300).default(''),
    }),
    output: z.strictObject({ event: RiskEvent, due: DueState }),
    refusals: ['elder_not_found', 'id_taken'],
  }),
  listRiskEvents: endpoint({
    method: 'GET',
    path: '/elders/:elderId/risk-events',
    summary: '一位老人的风险事件和状态变化，新的在前',
    may: 'elder.read',
    input: z.strictObject({ elderId: Id, limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(RiskEvent), next: z.string().nullable() }),
    refusals: ['elder_not_found'],
  }),
};
