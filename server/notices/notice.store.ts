import type { Role } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import type { NoticesAbout, NoticeToTell } from './door.ts';
import { noticeModel } from './notice.model.ts';

/** Whose notices: a person in one role of one street. */
export interface Reader {
  streetId: string;
  accountId: string;
  role: Role;
}

export interface StoredNotice extends Omit<NoticeToTell, 'id'> {
  _id: string;
  readAt: Date | null;
}

export function createNoticeStore(db: Connection) {
  const Model = noticeModel(db);

  return {
    /** Stores what is not there yet; a notice that is there keeps its words and whether it was read. */
    async tell(notices: readonly NoticeToTell[]): Promise<void> {
      if (notices.length === 0) return;
      const write = () =>
        Model.bulkWrite(
          notices.map(({ id, ...notice }) => ({
            updateOne: {
              filter: { _id: id },
              update: { $setOnInsert: { incidentId: null, ...notice, readAt: null } },
              upsert: true,
            },
          })),
          { ordered: false },
        );
      // Two runs at once may both try to insert; the second try finds what the first one of them wrote.
      await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
    },

    /** Removes notices about a person; those of another street stay whatever their ids. */
    async forget(streetId: string, { taskIds, grantIds, prefixes, naming }: NoticesAbout): Promise<void> {
      const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const told = naming && { $regex: literally(naming) };
      const which = [
        ...(taskIds?.length ? [{ taskId: { $in: [...taskIds] } }] : []),
        ...(grantIds?.length ? [{ grantId: { $in: [...grantIds] } }] : []),
        ...(prefixes ?? []).map((prefix) => ({ _id: { $regex: `^${literally(prefix)}` } })),
        ...(told ? [{ taskId: null, grantId: null, $or: [{ title: told }, { body: told }] }] : []),
      ];
      if (which.length) await Model.deleteMany({ streetId, $or: which });
    },

    /** Newest first, after the notice `before` if given. */
    list: (
      { streetId, accountId, role }: Reader,
      limit: number,
      before?: { at: Date; id: string },
    ): Promise<StoredNotice[]> =>
      Model.find({
        streetId,
        accountId,
        role,
        ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }),
      })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean() as unknown as Promise<StoredNotice[]>,

    unread: ({ streetId, accountId, role }: Reader): Promise<number> =>
      Model.countDocuments({ streetId, accountId, role, readAt: null }),

    /** What she has not read and should have; at most 500. */
    urgentUnread: ({ streetId, accountId, role }: Reader): Promise<StoredNotice[]> =>
      Model.find({ streetId, accountId, role, readAt: null, urgent: true }).limit(500).lean() as unknown as Promise<
        StoredNotice[]
      >,

    /** Gives an unread notice to somebody else, as it is. */
    async passOn(streetId: string, from: string, id: string, to: Pick<Reader, 'accountId' | 'role'>): Promise<void> {
      await Model.updateOne({ _id: id, streetId, accountId: from, readAt: null }, { $set: to });
    },

    /** Marks her own notices as read: these, or all; gives the ids. What is not hers stays untouched. */
    async read({ streetId, accountId, role }: Reader, at: Date, ids?: readonly string[]): Promise<string[]> {
      const which = { streetId, accountId, role, readAt: null, ...(ids && { _id: { $in: [...ids] } }) };
      const found = await Model.find(which, { _id: 1 }).lean();
      const read = found.map(({ _id }) => _id as string);
      if (read.length) await Model.updateMany({ ...which, _id: { $in: read } }, { $set: { readAt: at } });
      return read;
    },
  };
}

export type NoticeStore = ReturnType<typeof createNoticeStore>;
