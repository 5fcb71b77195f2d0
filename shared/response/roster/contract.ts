import * as z from 'zod';
import { endpoint } from '../../endpoint.ts';
import { Day, Done, Id, Instant, Phone, SomeWords, Words } from '../../wire.ts';
import { opinionGrades, overrideKinds } from './labels.ts';
import { dutyOfMine } from './mine-contract.ts';
import { DayKindRow, DutyChange, DutyHole, DutyName, DutyPost, DutySpan, Month, Shifts } from './schema.ts';

const OfPost = z.strictObject({ postId: Id });
const Span = { from: Instant, to: Instant };
const Reason = SomeWords(200, '请写明原因');

export const rosterEndpoints = {
  dutyToday: endpoint({
    method: 'GET',
    path: '/duty/today',
    summary: '今天谁当班：一个社区的当班人、电话和时间，谁都可以看',
    may: 'anyone',
    input: z.strictObject({ communityId: Id }),
    output: z.strictObject({
      day: Day,
      communityName: z.string(),
      communityPhone: z.string(),
      /** On duty now; who stands in for an empty shift has `standsIn`. */
      now: z.array(
        z.strictObject({
          name: z.string(),
          from: Instant.nullable(),
          to: Instant.nullable(),
          phone: z.string(),
          standsIn: z.boolean(),
        }),
      ),
      /** Who comes later today. */
      later: z.array(z.strictObject({ name: z.string(), from: Instant, to: Instant, phone: z.string() })),
    }),
    refusals: ['area_unknown'],
  }),
  dutyRoster: endpoint({
    method: 'GET',
    path: '/duty/roster',
    summary: '排班表：岗位、每天谁当班、临时变动和没人的时段',
    may: 'roster.read',
    input: z.strictObject({
      communityId: Id.optional(),
      from: Day,
      days: z.number().int().min(1).max(35).default(14),
    }),
    output: z.strictObject({
      posts: z.array(DutyPost),
      spans: z.array(DutySpan),
      holes: z.array(DutyHole),
      changes: z.array(DutyChange),
      days: z.array(DayKindRow),
      /** Says so when the holidays of a year are not announced yet; '' otherwise. */
      yearNote: z.string(),
      /** Who may be put on duty, with the communities where; null: everywhere. */
      people: z.array(DutyName.extend({ communityIds: z.array(Id).nullable(), role: z.string() })),
    }),
    refusals: [],
  }),
  planDuty: endpoint({
    method: 'PUT',
    path: '/duty/posts/:postId',
    summary: '写排班草稿，发布前不生效',
    may: 'roster.plan',
    input: OfPost.extend({
      /** Null: the street's duty leader. */
      communityId: Id.nullable(),
      name: SomeWords(20, '请填岗位名称'),
      /** The number that residents see; null: the community's. */
      phone: Phone.nullable(),
      /** As read; 0 for a new post. */
      rev: z.number().int().min(0),
      shifts: Shifts,
    }),
    output: DutyPost,
    refusals: ['area_unknown', 'duty_changed', 'duty_person_unfit'],
  }),
  proveDuty: endpoint({
    method: 'GET',
    path: '/duty/posts/:postId/proof',
    summary: '发布前检查：今后十四天每一分钟有没有找得到的人',
    may: 'roster.plan',
    input: OfPost.extend({ from: Day }),
    output: z.strictObject({ holes: z.array(DutyHole), from: Instant, to: Instant, yearNote: z.string() }),
    refusals: ['duty_post_not_found', 'duty_past'],
  }),
  publishDuty: endpoint({
    method: 'POST',
    path: '/duty/posts/:postId/publish',
    summary: '发布排班；有空档要明确同意，空档由负责人代班',
    may: 'roster.plan',
    input: OfPost.extend({ rev: z.number().int(), from: Day, despite: z.boolean().default(false) }),
    output: DutyPost,
    refusals: ['duty_post_not_found', 'duty_changed', 'duty_past', 'duty_has_holes', 'duty_person_unfit'],
  }),
  overrideDuty: endpoint({
    method: 'POST',
    path: '/duty/overrides',
    summary: '一段时间内加人、减人或换人',
    may: 'roster.plan',
    input: z.strictObject({
      id: Id,
      postId: Id,
      kind: z.enum(overrideKinds),
      out: Id.nullable(),
      in: Id.nullable(),
      ...Span,
      reason: Reason,
    }),
    output: Done,
    refusals: ['duty_post_not_found', 'duty_past', 'duty_person_unfit', 'id_taken'],
  }),
  setTemporaryDuty: endpoint({
    method: 'POST',
    path: '/duty/temporary',
    summary: '临时排班：一段时间内只按这几个班次',
    may: 'roster.plan',
    input: z.strictObject({
      id: Id,
      postId: Id,
      ...Span,
      shifts: z.array(z.strictObject({ ...Span, accountIds: z.array(Id).min(1).max(6) })).max(60),
      reason: Reason,
    }),
    output: Done,
    refusals: ['duty_post_not_found', 'duty_past', 'duty_person_unfit', 'id_taken'],
  }),
  endDutyChange: endpoint({
    method: 'POST',
    path: '/duty/changes/:changeId/end',
    summary: '收回一个临时变动；已经过去的部分不变',
    may: 'roster.plan',
    input: z.strictObject({ changeId: Id }),
    output: Done,
    refusals: ['duty_change_not_found'],
  }),
  ...dutyOfMine,
  dutyFigures: endpoint({
    method: 'GET',
    path: '/duty/figures',
    summary: '一个月的当班统计：每人时长、夜班、周末和节假日',
    may: 'roster.read',
    input: z.strictObject({ month: Month, communityId: Id.optional() }),
    output: z.strictObject({
      items: z.array(
        DutyName.extend({
          /** Minutes over the whole month, and those that lie behind. */
          minutes: z.number().int(),
          doneMinutes: z.number().int(),
          shifts: z.number().int(),
          nightMinutes: z.number().int(),
          restMinutes: z.number().int(),
          holidayMinutes: z.number().int(),
        }),
      ),
    }),
    refusals: [],
  }),
  rateDuty: endpoint({
    method: 'POST',
    path: '/duty/opinions',
    summary: '给今天的当班提意见，一天一次',
    may: 'roster.rate',
    input: z.strictObject({ grade: z.enum(opinionGrades), words: Words(200).default('') }),
    output: Done,
    refusals: ['elder_not_found', 'duty_rated'],
  }),
  dutyOpinions: endpoint({
    method: 'GET',
    path: '/duty/opinions',
    summary: '居民对当班的意见，按月',
    may: 'roster.plan',
    input: z.strictObject({ month: Month, communityId: Id.optional() }),
    output: z.strictObject({
      counts: z.record(z.enum(opinionGrades), z.number().int()),
      items: z.array(
        z.strictObject({
          id: Id,
          day: Day,
          communityName: z.string(),
          grade: z.enum(opinionGrades),
          words: z.string(),
          onDuty: z.array(z.string()),
        }),
      ),
    }),
    refusals: [],
  }),
  addDutyTraining: endpoint({
    method: 'POST',
    path: '/duty/trainings',
    summary: '登记一次当班培训',
    may: 'roster.plan',
    input: z.strictObject({
      id: Id,
      day: Day,
      title: SomeWords(60, '请填培训内容'),
      accountIds: z.array(Id).min(1, '请选参加的人').max(200),
    }),
    output: Done,
    refusals: ['duty_person_unfit', 'id_taken'],
  }),
  dutyTrainings: endpoint({
    method: 'GET',
    path: '/duty/trainings',
    summary: '当班培训记录，谁到期该培训',
    may: 'roster.plan',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({ id: Id, day: Day, title: z.string(), names: z.array(z.string()), by: z.string() }),
      ),
      people: z.array(DutyName.extend({ last: Day.nullable(), due: Day.nullable(), late: z.boolean() })),
    }),
    refusals: [],
  }),
} as const;
