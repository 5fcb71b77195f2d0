import { type AuditGroup, type AuditOutcome, openOutcomes } from '@wubian/shared/office/audit-acts.ts';
import type { Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Entry } from './entry.ts';

/** A place in the list, newest first. */
export interface AuditPlace {
  at: Date;
  seq: number;
}

export interface AuditQuery {
  from?: Date | undefined;
  before?: Date | undefined;
  accountId?: string | undefined;
  elderId?: string | undefined;
  group?: AuditGroup | undefined;
  outcomes?: readonly AuditOutcome[] | undefined;
}

/** Stored outcomes of each kind that is searched for. */
const stored = {
  done: { outcome: 'done' },
  unknown: { outcome: { $in: [...openOutcomes] } },
  refused: { outcome: { $nin: ['done', ...openOutcomes] } },
} satisfies Record<AuditOutcome, Filter<Entry>>;

/** Looks entries up. It reads only: what is written is chain.store.ts's. */
export function createAuditQueries(db: Connection) {
  const entries = db.db!.collection<Entry>('audit');

  return {
    /** Newest first, after the place if one is given. */
    find(streetId: string, query: AuditQuery, limit: number, after?: AuditPlace): Promise<Entry[]> {
      const { from, before, accountId, elderId, group, outcomes } = query;
      const conditions: Filter<Entry>[] = [
        { streetId },
        ...(accountId ? [{ accountId }] : []),
        ...(elderId ? [{ elderIds: elderId }] : []),
        ...(from ? [{ at: { $gte: from } }] : []),
        ...(before ? [{ at: { $lt: before } }] : []),
        ...(group ? [{ group }] : []),
        ...(outcomes ? [{ $or: outcomes.map((outcome) => stored[outcome]) }] : []),
        ...(after
          ? [{ at: { $lte: after.at } }, { $or: [{ at: { $lt: after.at } }, { seq: { $lt: after.seq } }] }]
          : []),
      ];
      return entries
        .find({ $and: conditions } as Filter<Entry>)
        .sort({ at: -1, seq: -1 })
        .limit(limit)
        .toArray();
    },
  };
}

export type AuditQueries = ReturnType<typeof createAuditQueries>;
