import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { categoryViewNames } from '../registry/categories.ts';
import { CategoryName } from '../registry/elders-contract.ts';
import { Day, Id, Instant, SomeWords } from '../wire.ts';
import { ParameterValue } from './parameter-forms.ts';
import { parameterNames } from './parameters.ts';

export const ParameterKey = z.enum(parameterNames).meta({ id: 'ParameterKey' });
const Reason = SomeWords(200, '请写明原因');

/** A change of a parameter as the office reads it. */
export const ParameterChange = z
  .strictObject({
    id: Id,
    from: Day,
    value: ParameterValue,
    byName: z.string(),
    at: Instant,
    reason: z.string(),
    /** Whether its day has come: `planned` can still be withdrawn. */
    state: z.enum(['planned', 'inForce', 'past', 'withdrawn']),
    withdrawn: z.strictObject({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'ParameterChange' });

/** A parameter today: its value, the change behind it (null: the default), and every change, the newest first. */
export const Parameter = z
  .strictObject({
    key: ParameterKey,
    value: ParameterValue,
    /** Send it back with a change, so that nobody's change is passed over unseen. */
    version: z.number().int(),
    inForce: ParameterChange.nullable(),
    changes: z.array(ParameterChange),
  })
  .meta({ id: 'Parameter' });

const Count = z.strictObject({ category: CategoryName, yes: z.number().int(), unknown: z.number().int() });

/** How many files of a community are counted, how many of them are on the list at all, and by category. */
export const CategoryCounts = z
  .strictObject({
    communityId: Id,
    name: z.string(),
    elders: z.number().int(),
    listed: z.number().int(),
    categories: z.array(Count),
  })
  .meta({ id: 'CategoryCounts' });

export const parameterEndpoints = {
  parameters: endpoint({
    method: 'GET',
    path: '/office/parameters',
    summary: '参数中心：每个参数现在的值、从哪天起、谁改的、计划中的修改',
    may: 'office.parameters',
    input: z.strictObject({}),
    output: z.strictObject({ day: Day, items: z.array(Parameter) }),
    refusals: [],
  }),
  parameter: endpoint({
    method: 'GET',
    path: '/office/parameters/:key',
    summary: '一个参数和它的全部修改记录',
    may: 'office.parameters',
    input: z.strictObject({ key: ParameterKey }),
    output: z.strictObject({ day: Day, parameter: Parameter }),
    refusals: [],
  }),
  setParameter: endpoint({
    method: 'PUT',
    path: '/office/parameters/:key',
    summary: '修改一个参数，从今天或以后的某天起；以前的日子不变',
    may: 'office.parameters',
    input: z.strictObject({
      key: ParameterKey,
      id: Id,
      version: z.number().int().min(0),
      from: Day,
      value: ParameterValue,
      reason: Reason,
    }),
    output: z.strictObject({ day: Day, parameter: Parameter }),
    refusals: ['parameter_changed', 'parameter_fixed', 'parameter_past'],
  }),
  withdrawParameter: endpoint({
    method: 'POST',
    path: '/office/parameters/:key/withdraw',
    summary: '收回一个还没有开始的修改',
    may: 'office.parameters',
    input: z.strictObject({ key: ParameterKey, changeId: Id, reason: Reason }),
    output: z.strictObject({ day: Day, parameter: Parameter }),
    refusals: ['parameter_begun'],
  }),
  categoryFigures: endpoint({
    method: 'GET',
    path: '/office/category-figures',
    summary: '各社区各类老人有多少：今天现数，以前的月份看月末留存',
    may: 'office.board',
    input: z.strictObject({ view: z.enum(categoryViewNames).default('streetSix'), day: Day.optional() }),
    output: z.strictObject({
      /** The day that the figures are of: today, or the last day of the month that was asked for. */
      day: Day,
      view: z.enum(categoryViewNames),
      /** `live`: counted now. `kept`: the frozen figures of that month. `none`: nothing was kept of that time. */
      from: z.enum(['live', 'kept', 'none']),
      words: z.string(),
      countedAt: Instant.nullable(),
      ruleVersion: z.string().nullable(),
      /** The list that was counted by. */
      list: z.array(CategoryName),
      communities: z.array(CategoryCounts),
      total: CategoryCounts.omit({ communityId: true, name: true }).nullable(),
    }),
    refusals: [],
  }),
};
