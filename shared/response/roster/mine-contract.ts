import * as z from 'zod';
import { endpoint } from '../../endpoint.ts';
import { Cursor, Done, Id, Instant, Limit, SomeWords, Words } from '../../wire.ts';
import { DutyLeave, DutyName, DutyNote, DutySpan, DutySwap } from './schema.ts';

const OfSwap = z.strictObject({ swapId: Id });
const OfLeave = z.strictObject({ leaveId: Id });
const Span = { from: Instant, to: Instant };

/** What whoever is on duty does herself: swaps, leave, notes for the next one. */
export const dutyOfMine = {
  dutyMine: endpoint({
    method: 'GET',
    path: '/duty/mine',
    summary: '我的当班：我的班次、换班、请假和要看的交班',
    may: 'roster.read',
    input: z.strictObject({}),
    output: z.strictObject({
      spans: z.array(DutySpan),
      swaps: z.array(DutySwap),
      leaves: z.array(DutyLeave),
      /** Newest first; those to read come first. */
      notes: z.array(DutyNote),
      /** Posts where a note may be left now. */
      posts: z.array(z.strictObject({ id: Id, communityId: Id.nullable(), name: z.string() })),
      /** To whom a slot may be offered, by post. */
      mates: z.array(DutyName.extend({ postId: Id })),
      showsPhone: z.boolean(),
    }),
    refusals: [],
  }),
  offerDuty: endpoint({
    method: 'POST',
    path: '/duty/swaps',
    summary: '把自己的一个班让给一个人或所有人',
    may: 'roster.swap',
    input: z.strictObject({ id: Id, postId: Id, ...Span, only: Id.nullable(), words: Words(100).default('') }),
    output: DutySwap,
    refusals: ['duty_not_yours', 'duty_past', 'duty_person_unfit', 'duty_offered', 'id_taken'],
  }),
  takeDuty: endpoint({
    method: 'POST',
    path: '/duty/swaps/:swapId/take',
    summary: '接下别人让出的班；几个人同时接，只有一个人接到',
    may: 'roster.swap',
    input: OfSwap,
    output: DutySwap,
    refusals: ['swap_not_found', 'swap_gone', 'duty_busy', 'duty_person_unfit'],
  }),
  withdrawDuty: endpoint({
    method: 'POST',
    path: '/duty/swaps/:swapId/withdraw',
    summary: '收回让出的班',
    may: 'roster.swap',
    input: OfSwap,
    output: DutySwap,
    refusals: ['swap_not_found', 'swap_gone'],
  }),
  askDutyLeave: endpoint({
    method: 'POST',
    path: '/duty/leaves',
    summary: '请假',
    may: 'roster.read',
    input: z.strictObject({ id: Id, ...Span, reason: SomeWords(200, '请写明原因') }),
    output: DutyLeave,
    refusals: ['duty_past', 'id_taken'],
  }),
  dutyLeaves: endpoint({
    method: 'GET',
    path: '/duty/leaves',
    summary: '等批的和以后的请假',
    may: 'roster.plan',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(DutyLeave) }),
    refusals: [],
  }),
  decideDutyLeave: endpoint({
    method: 'POST',
    path: '/duty/leaves/:leaveId/decide',
    summary: '批准或不批请假',
    may: 'roster.plan',
    input: OfLeave.extend({ grant: z.boolean(), words: Words(100).default('') }),
    output: DutyLeave,
    refusals: ['leave_not_found', 'leave_moved_on'],
  }),
  withdrawDutyLeave: endpoint({
    method: 'POST',
    path: '/duty/leaves/:leaveId/withdraw',
    summary: '收回请假',
    may: 'roster.read',
    input: OfLeave,
    output: DutyLeave,
    refusals: ['leave_not_found', 'leave_moved_on'],
  }),
  writeDutyNote: endpoint({
    method: 'POST',
    path: '/duty/notes',
    summary: '写交班：下一班的人必须看',
    may: 'roster.read',
    input: z.strictObject({ id: Id, postId: Id, words: SomeWords(500, '请写要交代的事') }),
    output: DutyNote,
    refusals: ['duty_post_not_found', 'id_taken'],
  }),
  readDutyNote: endpoint({
    method: 'POST',
    path: '/duty/notes/:noteId/read',
    summary: '我已看这份交班',
    may: 'roster.read',
    input: z.strictObject({ noteId: Id }),
    output: DutyNote,
    refusals: ['duty_note_not_found'],
  }),
  dutyNotes: endpoint({
    method: 'GET',
    path: '/duty/notes',
    summary: '交班记录，新的在前',
    may: 'roster.read',
    input: z.strictObject({ communityId: Id.optional(), limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(DutyNote), next: z.string().nullable() }),
    refusals: [],
  }),
  showDutyPhone: endpoint({
    method: 'POST',
    path: '/duty/my-phone',
    summary: '当班时给居民看我的手机号，还是只看社区电话',
    may: 'roster.read',
    input: z.strictObject({ shows: z.boolean() }),
    output: Done,
    refusals: [],
  }),
} as const;
