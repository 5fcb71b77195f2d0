import { after, isOpen, type Move, moves } from '@wubian/shared/response/lifecycle.ts';
import type { Document, Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import { dueOf } from './clocked.ts';
import { incidentModel } from './incident.model.ts';
import type { Sealing } from './sealing.ts';
import type { By, Entry, Said, StoredIncident } from './stored-incident.ts';

export const rawIncidents = (db: Connection) => rawOf<StoredIncident>(db, 'incidents');

/** What a move may change beside status and history. */
export type Settable = Partial<Pick<StoredIncident, 'responders' | 'triage' | 'noAnswerSince' | 'followed'>>;

/** One move as it is about to be written. */
export interface MoveToMake {
  move: Move;
  by: By;
  at: Date;
  id?: string;
  words?: string;
  said?: Said;
  rung?: number;
  set?: Settable;
}

/** Nobody has come yet: first; somebody is at it: after; it is over: last. */
const rankOf = (status: StoredIncident['status']): number => (status === 'raised' ? 0 : isOpen(status) ? 1 : 2);

export function createIncidentStore(db: Connection, sealing: Sealing) {
  const Model = incidentModel(db);
  const raw = rawIncidents(db);
  const opened = (found: StoredIncident | null): StoredIncident | null => found && sealing.open(found);

  async function list(filter: Filter<StoredIncident>, sort: Document, limit: number): Promise<StoredIncident[]> {
    const found = await raw.find(filter).sort(sort).limit(limit).toArray();
    return found.map(sealing.open);
  }

  return {
    /** By id and street. */
    byId: async (streetId: string, id: string): Promise<StoredIncident | null> =>
      opened(await raw.findOne({ _id: id, streetId })),

    /** The open one of an elder. */
    openOf: async (streetId: string, elderId: string, drill: boolean): Promise<StoredIncident | null> =>
      opened(await raw.findOne({ streetId, elderId, drill, only: true })),

    /** The one whose history holds this act: a press that joined it, say. */
    withAct: async (streetId: string, elderId: string, actId: string): Promise<StoredIncident | null> =>
      opened(await raw.findOne({ streetId, elderId, 'history.id': actId })),

    /** Stores it durably; false when the id is taken or the elder has an open one already. */
    async insert(incident: StoredIncident): Promise<boolean> {
      try {
        await new Model(sealing.seal(incident)).save();
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /**
     * The only writer of a status: one write, done only if the incident is as it was read. Null when somebody was
     * faster: read again and decide anew.
     */
    async move(incident: StoredIncident, todo: MoveToMake): Promise<StoredIncident | null> {
      const { move, by, at, set = {} } = todo;
      const status = after(move, incident.status);
      const changes = moves[move].to !== 'same';
      const entry: Entry = {
        ...{ id: todo.id ?? null, move, by, at },
        ...{ words: todo.words ?? '', said: todo.said ?? {}, rung: todo.rung ?? null },
      };
      const next: StoredIncident = {
        ...incident,
        ...set,
        ...{
          status,
          since: changes ? at : incident.since,
          open: isOpen(status),
          history: [...incident.history, entry],
        },
      };
      const due = dueOf(next);
      const written = await raw
        .findOneAndUpdate(
          { _id: incident._id, streetId: incident.streetId, seq: incident.seq },
          {
            $set: {
              ...set,
              ...(changes && {
                status,
                since: at,
                open: next.open,
                only: next.open && (incident.only || !incident.open),
              }),
              ...{ outboxDue: at, nextDue: due && new Date(due.at), rank: rankOf(status) },
            },
            $push: { history: sealing.sealEntry(incident._id, entry) },
            $inc: { seq: 1 },
          },
          { returnDocument: 'after' },
        )
        // Opened again while the elder has called anew: the newer one goes on.
        .catch((error) => (isDuplicate(error) ? null : Promise.reject(error)));
      return opened(written);
    },

    /** Open ones of these communities (all without), the oldest first; at most 500. */
    openIn: (streetId: string, communityIds?: readonly string[]): Promise<StoredIncident[]> =>
      list(
        { streetId, open: true, ...(communityIds && { communityId: { $in: [...communityIds] } }) },
        { raisedAt: 1, _id: 1 },
        500,
      ),

    /** Closed ones, the newest first. */
    pastIn: (
      streetId: string,
      { communityIds, before, limit }: { communityIds?: readonly string[]; before?: Date; limit: number },
    ): Promise<StoredIncident[]> =>
      list(
        {
          streetId,
          open: false,
          ...(communityIds && { communityId: { $in: [...communityIds] } }),
          ...(before && { raisedAt: { $lt: before } }),
        },
        { raisedAt: -1, _id: 1 },
        limit,
      ),

    /** Drills, the newest first. */
    drills: (
      streetId: string,
      communityIds: readonly string[] | undefined,
      before: Date | null,
      limit: number,
    ): Promise<StoredIncident[]> =>
      list(
        {
          ...{ streetId, drill: true },
          ...(communityIds && { communityId: { $in: [...communityIds] } }),
          ...(before && { raisedAt: { $lt: before } }),
        },
        { raisedAt: -1, _id: 1 },
        limit,
      ),

    /** Handled ones that nobody has asked after yet. */
    toFollow: (streetId: string, communityIds?: readonly string[]): Promise<StoredIncident[]> =>
      list(
        {
          ...{ streetId, status: 'handled', followed: false, drill: false },
          ...(communityIds && { communityId: { $in: [...communityIds] } }),
        },
        { since: 1, _id: 1 },
        200,
      ),

    /** Of these elders, or with her among those who answered: open, or raised since then. */
    around: (
      streetId: string,
      whose: { elderIds: readonly string[]; accountId: string; ids: readonly string[] },
      since: Date,
    ): Promise<StoredIncident[]> =>
      list(
        {
          streetId,
          $and: [
            {
              $or: [
                { elderId: { $in: [...whose.elderIds] } },
                { 'responders.accountId': whose.accountId },
                { _id: { $in: [...whose.ids] } },
              ],
            },
            { $or: [{ open: true }, { raisedAt: { $gte: since } }] },
          ],
        },
        { open: -1, raisedAt: -1, _id: 1 },
        50,
      ),
  };
}

export type IncidentStore = ReturnType<typeof createIncidentStore>;
