import type { notices } from '@wubian/shared/notices/contract.ts';
import { badField } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { NoticeStore } from './notice.store.ts';

/** The place after which a page begins: time and id of the last notice of the page before. */
function placeOf(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, ms, id] = /^(\d{1,15}),(.{1,120})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (ms === undefined || id === undefined) throw badField('cursor', '翻页位置不对，请从第一页看起');
  return { at: new Date(Number(ms)), id };
}

/** Her notices in her present role, newest first. */
export const listNotices =
  (store: NoticeStore): Handler<typeof notices.list> =>
  async (actor, { limit, cursor }) => {
    const [found, unread] = await Promise.all([store.list(actor, limit + 1, placeOf(cursor)), store.unread(actor)]);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(({ _id, title, body, at, urgent, taskId, grantId, incidentId, readAt }) => ({
        id: _id,
        title,
        body,
        at: at.toISOString(),
        read: readAt !== null,
        urgent,
        taskId,
        grantId,
        incidentId: incidentId ?? null,
      })),
      next: found.length > limit && last ? Buffer.from(`${last.at.getTime()},${last._id}`).toString('base64url') : null,
      unread,
    };
  };
