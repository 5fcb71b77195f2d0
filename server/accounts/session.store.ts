import type { Connection } from 'mongoose';
import { sessionModel } from './session.model.ts';

export interface StoredSession {
  id: string;
  accountId: string;
  assignmentId: string | null;
  way: 'phone' | 'wechat' | 'persona';
  device: string;
  secondFactorAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Signed-in devices. A session that is ended is removed: nothing can revive it. */
export function createSessionStore(db: Connection) {
  const Model = sessionModel(db);
  const lean = (filter: Record<string, unknown>) => Model.find(filter, { tokenHash: 0, expiresAt: 0 }).lean();
  type Found = Awaited<ReturnType<typeof lean>>[number];
  const toSession = ({ _id, ...found }: Found): StoredSession => ({
    ...found,
    id: _id as string,
    assignmentId: found.assignmentId ?? null,
    secondFactorAt: found.secondFactorAt ?? null,
  });
  const one = async (filter: Record<string, unknown>) => {
    const found = await Model.findOne(filter, { tokenHash: 0, expiresAt: 0 }).lean();
    return found ? toSession(found) : null;
  };

  return {
    async add({ id, ...session }: StoredSession, tokenHash: string, expiresAt: Date): Promise<void> {
      await Model.collection.insertOne({ _id: id as never, ...session, tokenHash, expiresAt });
    },
    byToken: (tokenHash: string) => one({ tokenHash }),
    byId: (id: string) => one({ _id: id }),
    byIds: async (ids: readonly string[]): Promise<StoredSession[]> =>
      (await lean({ _id: { $in: [...ids] } })).map(toSession),
    /** When a device of each of these people was last seen; who is signed in nowhere is missing. */
    async lastSeen(accountIds: readonly string[]): Promise<Map<string, Date>> {
      const found = await Model.find({ accountId: { $in: accountIds } }, { accountId: 1, lastSeenAt: 1 }).lean();
      const seen = new Map<string, Date>();
      for (const { accountId, lastSeenAt } of found) {
        if (lastSeenAt > (seen.get(accountId) ?? 0)) seen.set(accountId, lastSeenAt);
      }
      return seen;
    },
    /** Newest first. */
    async ofPerson(accountId: string): Promise<StoredSession[]> {
      return (await lean({ accountId }).sort({ createdAt: -1 })).map(toSession);
    },
    async seen(id: string, at: Date): Promise<void> {
      await Model.updateOne({ _id: id }, { $max: { lastSeenAt: at } });
    },
    /** Acts in another role from now on; `secondFactorAt` null drops the second factor. */
    async switchRole(id: string, assignmentId: string, secondFactorAt: Date | null): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { assignmentId, secondFactorAt } });
    },
    async passSecondFactor(id: string, at: Date): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { secondFactorAt: at, lastSeenAt: at } });
    },
    /** The same device, now of another account. */
    async moveTo(id: string, accountId: string, assignmentId: string | null): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { accountId, assignmentId, secondFactorAt: null } });
    },
    /** False when this person has no such session. */
    async end(accountId: string, id: string): Promise<boolean> {
      return (await Model.deleteOne({ _id: id, accountId })).deletedCount === 1;
    },
    /** Ends every session of a person, except one if named. */
    async endAll(accountId: string, exceptId?: string): Promise<void> {
      await Model.deleteMany({ accountId, ...(exceptId && { _id: { $ne: exceptId } }) });
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
