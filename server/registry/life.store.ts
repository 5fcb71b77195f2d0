import { isAway, type LifeAct, type LifeStatus, lifeStatusNames } from '@wubian/shared/registry/life.ts';
import type { LifeState, LifeStep } from '@wubian/shared/registry/life-replay.ts';
import { type KeyFacts, searchKeys } from '@wubian/shared/registry/search-keys.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { keyFactsIn } from './elder-form.ts';
import { type Scope, scopeFilter } from './scope.ts';

/** One entry of a file's life. */
export interface StoredLifeEntry extends LifeStep {
  act: LifeAct;
  from: LifeStatus;
  at: Date;
  /** Account id; 'rule' for what the calendar does. */
  by: string;
  why: string;
}

export interface StoredUndo {
  moveId: string;
  by: string;
  at: Date;
  why: string;
}

/** The life of one file, and what its writer needs beside it. */
export interface StoredLife {
  id: string;
  streetId: string;
  communityId: string;
  name: string;
  birthDate: string | null;
  responsibleId: string | null;
  version: number;
  status: LifeStatus;
  statusSince: string | null;
  statusUntil: string | null;
  entries: StoredLifeEntry[];
  followed: number;
  undoAsked: StoredUndo | null;
  /** Roles of her own that her death has ended. */
  endedRoles: { accountId: string; communityIds: string[] }[];
  keyFacts: KeyFacts;
}

const fields = [
  'streetId communityId gridId name version status statusSince statusUntil life lifeFollowed lifeRoles undoAsked',
  'birthDate living childrenLive marital ruralHome hasSupporter abilityLevel handicapGrade familyPlanningSpecial',
  'point responsibleId contactCount',
].join(' ');

/** What became of the people: status, history, and the entries whose effects are still to come. */
export function createLifeStore(db: Connection, cipher: Pick<FieldCipher, 'seal' | 'open'>) {
  const Model = elderModel(db);
  const many = (filter: QueryFilter<unknown>, limit: number) => Model.find(filter).select(fields).limit(limit).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];

  // Why somebody is in hospital tells of her health.
  const place = (id: string) => ({ collection: 'elders', field: 'life.why', id });
  const seal = (id: string, why: string): string => (why === '' ? '' : cipher.seal(why, place(id)));
  const open = (id: string, why: string): string => (why === '' ? '' : cipher.open(why, place(id)));

  function toLife(found: Found): StoredLife {
    const id = found._id as string;
    return {
      id,
      streetId: found.streetId,
      communityId: found.communityId,
      name: found.name,
      birthDate: found.birthDate ?? null,
      responsibleId: found.responsibleId ?? null,
      version: found.version,
      status: found.status as LifeStatus,
      statusSince: found.statusSince ?? null,
      statusUntil: found.statusUntil ?? null,
      entries: found.life.map((entry) => ({ ...entry, why: open(id, entry.why) })) as StoredLifeEntry[],
      followed: found.lifeFollowed,
      undoAsked: found.undoAsked ? { ...found.undoAsked, why: open(id, found.undoAsked.why) } : null,
      endedRoles: (found.lifeRoles ?? []) as StoredLife['endedRoles'],
      keyFacts: keyFactsIn(found as unknown as Parameters<typeof keyFactsIn>[0]),
    };
  }
  const list = async (filter: QueryFilter<unknown>, limit: number) => (await many(filter, limit)).map(toLife);

  return {
    /** Null when there is no such file in the scope. */
    async byId(scope: Scope, id: string): Promise<StoredLife | null> {
      return (await list({ _id: id, ...scopeFilter(scope) }, 1))[0] ?? null;
    },

    /**
     * Adds an entry to a life, with the status that follows from it, in one write over the version and the status
     * that were read; false when somebody was faster. `undo` is what is asked to be undone from now on.
     */
    async write(
      before: StoredLife,
      { why, ...entry }: StoredLifeEntry,
      { status, since, until }: LifeState,
      { undo, day }: { undo: StoredUndo | null; day: string },
    ): Promise<boolean> {
      const { id, streetId, version, status: from, keyFacts } = before;
      const { matchedCount } = await Model.updateOne(
        { _id: id, streetId, status: from, version, 'life.id': { $ne: entry.id } },
        {
          $set: {
            ...{ status, statusSince: since, statusUntil: until, lifeDue: true },
            ...{ keys: searchKeys(keyFacts, status, day), keysDay: day, version: version + 1, updatedAt: entry.at },
            undoAsked: undo && { ...undo, why: seal(id, undo.why) },
          },
          $push: { life: { ...entry, why: seal(id, why) } },
        },
      );
      return matchedCount === 1;
    },

    /** Those of a street who were expected back by `day`. */
    expectedBy: (streetId: string, day: string, limit: number) =>
      list({ streetId, statusUntil: { $gt: '', $lte: day }, status: { $in: lifeStatusNames.filter(isAway) } }, limit),
    /** Those of a street who are expected back on this very day. */
    expectedOn: (streetId: string, day: string, limit: number) =>
      list({ streetId, statusUntil: day, status: { $in: lifeStatusNames.filter(isAway) } }, limit),

    undosOf: (scope: Scope, limit: number) =>
      list({ ...scopeFilter(scope), 'undoAsked.moveId': { $type: 'string' } }, limit),

    /** Files of a street with entries whose effects are still to come. */
    due: (streetId: string, limit: number) => list({ streetId, lifeDue: true }, limit),
    /** Writes down that the effects of these entries are done, unless another one came meanwhile. */
    async setFollowed({ id, streetId, entries }: StoredLife): Promise<void> {
      await Model.updateOne(
        { _id: id, streetId, life: { $size: entries.length } },
        { $set: { lifeFollowed: entries.length }, $unset: { lifeDue: 1 } },
      );
    },
    /** Remembers the roles that are about to end, or forgets them. */
    async keepRoles({ id, streetId }: StoredLife, roles: StoredLife['endedRoles']): Promise<void> {
      await Model.updateOne(
        { _id: id, streetId },
        roles.length ? { $addToSet: { lifeRoles: { $each: roles } } } : { $unset: { lifeRoles: 1 } },
      );
    },
  };
}

export type LifeStore = ReturnType<typeof createLifeStore>;
