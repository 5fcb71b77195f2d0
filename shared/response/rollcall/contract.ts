import * as z from 'zod';
import { endpoint } from '../../endpoint.ts';
import { Cursor, Done, Id, Instant, Limit, Words } from '../../wire.ts';
import { rowStateNames } from './labels.ts';
import {
  AboutMe,
  AnswerName,
  Choice,
  MyList,
  MyRow,
  Progress,
  Report,
  RollCallHead,
  Row,
  RowId,
  Start,
} from './schema.ts';

const OfRollCall = z.strictObject({ rollCallId: Id });
const Answered = z.strictObject({
  rowId: RowId,
  /** Made by the phone: the same tap sent again is the same tap. */
  id: Id,
});

/** 点名: asking after many old people at once, in heat, cold, typhoon or a power cut. */
export const rollCallEndpoints = {
  previewRollCall: endpoint({
    method: 'GET',
    path: '/roll-calls/preview',
    summary: '点名以前先看：有多少位在家的老人，能请多少人看',
    may: 'rollCall.run',
    input: Choice.extend({ perPerson: z.number().int().min(1).max(100).default(15) }),
    output: z.strictObject({
      elders: z.number().int(),
      communities: z.array(z.strictObject({ id: Id, name: z.string(), elders: z.number().int() })),
      /** In hospital, in an institution: not asked after. */
      away: z.number().int(),
      people: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
      /** Those of them whom no message reaches. */
      unreachable: z.array(z.string()),
      /** First calls that there is room for. */
      room: z.number().int(),
    }),
    refusals: [],
  }),
  startRollCall: endpoint({
    method: 'POST',
    path: '/roll-calls',
    summary: '开始点名；同一编号只开始一次',
    may: 'rollCall.run',
    input: Start,
    output: z.strictObject({ rollCallId: Id }),
    refusals: ['id_taken', 'roll_call_empty'],
  }),
  rollCalls: endpoint({
    method: 'GET',
    path: '/roll-calls',
    summary: '点名记录，新的在前',
    may: 'rollCall.run',
    input: z.strictObject({ limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(RollCallHead), next: z.string().nullable() }),
    refusals: [],
  }),
  rollCall: endpoint({
    method: 'GET',
    path: '/roll-calls/:rollCallId',
    summary: '一次点名的进展：各社区、各楼栋的人数',
    may: 'rollCall.run',
    input: OfRollCall.extend({ communityId: Id.optional() }),
    output: Progress,
    refusals: ['roll_call_not_found'],
  }),
  rollCallRows: endpoint({
    method: 'GET',
    path: '/roll-calls/:rollCallId/rows',
    summary: '一次点名的名单，可按状态、社区和楼栋看',
    may: 'rollCall.run',
    input: OfRollCall.extend({
      /** 'left': nobody knows yet how she is; 'uncovered': nobody could be asked. */
      pile: z.enum([...rowStateNames, 'left', 'uncovered', 'all']).default('left'),
      communityId: Id.optional(),
      /** As in `buildings` of the progress. */
      building: z.string().max(80).optional(),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(Row), next: z.string().nullable() }),
    refusals: ['roll_call_not_found'],
  }),
  remindRollCall: endpoint({
    method: 'POST',
    path: '/roll-calls/:rollCallId/reminders',
    summary: '再提醒还没回的人；同一编号只提醒一次',
    may: 'rollCall.run',
    input: OfRollCall.extend({ id: Id }),
    output: z.strictObject({ people: z.number().int() }),
    refusals: ['roll_call_not_found', 'roll_call_over', 'roll_call_just_reminded'],
  }),
  closeRollCall: endpoint({
    method: 'POST',
    path: '/roll-calls/:rollCallId/close',
    summary: '结束点名；还有人没回时要写明原因',
    may: 'rollCall.run',
    input: OfRollCall.extend({ reason: Words(200).default('') }),
    output: Done,
    refusals: ['roll_call_not_found', 'roll_call_over', 'roll_call_reason_needed'],
  }),
  rollCallReport: endpoint({
    method: 'GET',
    path: '/roll-calls/:rollCallId/report',
    summary: '点名总结：人数、多久回、谁一直没有回',
    may: 'rollCall.run',
    input: OfRollCall,
    output: Report,
    refusals: ['roll_call_not_found'],
  }),
  myRollCalls: endpoint({
    method: 'GET',
    path: '/roll-calls/mine',
    summary: '点名里请我看的老人',
    may: 'rollCall.answer',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(MyList), now: Instant }),
    refusals: [],
  }),
  answerRollCall: endpoint({
    method: 'POST',
    path: '/roll-calls/rows/:rowId/answers',
    summary: '点名里回一位老人：平安、需要帮助、没找到人、有人在去了',
    may: 'rollCall.answer',
    input: Answered.extend({ answer: AnswerName, words: Words(200).default('') }),
    output: MyRow,
    refusals: ['roll_call_row_not_found', 'roll_call_over', 'roll_call_row_moved'],
  }),
  undoRollCallAnswer: endpoint({
    method: 'POST',
    path: '/roll-calls/rows/:rowId/undo',
    summary: '收回刚才点错的回答；已经叫了人的不能收回',
    may: 'rollCall.answer',
    input: Answered,
    output: MyRow,
    refusals: ['roll_call_row_not_found', 'roll_call_over', 'roll_call_row_moved'],
  }),
  showRollCallDoor: endpoint({
    method: 'POST',
    path: '/roll-calls/rows/:rowId/door',
    summary: '看一位要去看的老人的门牌和电话',
    may: 'rollCall.answer',
    input: z.strictObject({ rowId: RowId }),
    output: z.strictObject({ door: z.string(), doorNotes: z.string(), phone: z.string().nullable() }),
    refusals: ['roll_call_row_not_found', 'roll_call_over'],
  }),
  rollCallsAboutMe: endpoint({
    method: 'GET',
    path: '/roll-calls/about-me',
    summary: '正在进行的点名里有我，或有我的家人',
    may: 'elder.readOwn',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(AboutMe) }),
    refusals: [],
  }),
  sayFine: endpoint({
    method: 'POST',
    path: '/roll-calls/rows/:rowId/fine',
    summary: '点名时本人或家属说平安',
    may: 'elder.readOwn',
    input: Answered,
    output: AboutMe,
    refusals: ['roll_call_row_not_found', 'roll_call_over', 'roll_call_row_moved'],
  }),
};
