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
};
