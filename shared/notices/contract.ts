import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Done, Id, Instant, Limit } from '../wire.ts';

/** One message to one person in one role, in the app; the record of truth beside any other channel. */
export const Notice = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    body: z.string(),
    at: Instant,
    read: z.boolean(),
    /** Something that should be acted on, not only known. */
    urgent: z.boolean(),
    taskId: Id.nullable(),
    grantId: Id.nullable(),
    incidentId: Id.nullable(),
  })
  .meta({ id: 'Notice' });

/** Somebody who is told of alarms and lacks a way to hear of them. */
export const Unreachable = z
  .strictObject({
    accountId: Id,
    name: z.string(),
    /** Labels of her roles. */
    roles: z.array(z.string()),
    /** What is missing, in words. */
    missing: z.array(z.string()),
    app: z.boolean(),
    sms: z.boolean(),
    wechat: z.boolean(),
    /** WeChat alarms that can still be sent to her. */
    consentsLeft: z.number().int(),
  })
  .meta({ id: 'Unreachable' });

export const notices = {
  list: endpoint({
    method: 'GET',
    path: '/notices',
    summary: '我的消息（当前身份），新的在前',
    may: 'notice.read',
    input: z.strictObject({ limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(Notice), next: z.string().nullable(), unread: z.number().int() }),
    refusals: [],
  }),
  unread: endpoint({
    method: 'GET',
    path: '/notices/unread',
    summary: '未读消息数',
    may: 'notice.read',
    input: z.strictObject({}),
    output: z.strictObject({ unread: z.number().int() }),
    refusals: [],
  }),
  read: endpoint({
    method: 'POST',
    path: '/notices/read',
    summary: '标记已读（不给编号就是全部）',
    may: 'notice.read',
    input: z.strictObject({ ids: z.array(z.string().max(120)).max(100).optional() }),
    output: Done,
    refusals: [],
  }),
  consented: endpoint({
    method: 'POST',
    path: '/notices/consents',
    summary: '记下我对微信提醒的选择',
    may: 'signedIn',
    input: z.strictObject({
      /** Made on the phone for this one question: a repeat counts once. */
      id: Id,
      answers: z
        .array(
          z.strictObject({
            templateId: z.string().min(1).max(64),
            answer: z.enum(['accept', 'reject', 'ban', 'filter']),
          }),
        )
        .min(1)
        .max(3),
    }),
    output: Done,
    refusals: [],
  }),
  templates: endpoint({
    method: 'GET',
    path: '/notices/templates',
    summary: '现在可以请我同意的微信提醒，以及各剩几次',
    may: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          templateId: z.string(),
          kind: z.enum(['alarm', 'drill', 'rollCall', 'duty', 'reminder']),
          label: z.string(),
          /** How many more can be sent to her. */
          left: z.number().int(),
        }),
      ),
    }),
    refusals: [],
  }),
  unreachable: endpoint({
    method: 'GET',
    path: '/notices/unreachable',
    summary: '谁收不到消息：没有微信提醒次数或没有电话的人',
    may: 'reach.read',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Unreachable), total: z.number().int() }),
    refusals: [],
  }),
};
