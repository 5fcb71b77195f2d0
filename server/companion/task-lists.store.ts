import { defaultDeadlineRules } from '@wubian/shared/companion/deadlines.ts';
import { endStatuses, statusNames, type TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { reviewAboveMinutes } from '@wubian/shared/companion/minutes.ts';
import type { Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import { rawOf } from '../store/raw.ts';
import type { Place } from './cursor.ts';
import type { Sealing } from './sealing.ts';
import type { Entry, StoredTask } from './stored-task.ts';
import { inScope, type Scope } from './task.store.ts';

/** A task without its history and its sealed words: all that a list needs. */
export type ListedTask = Omit<StoredTask, 'history' | 'did' | 'noticed' | 'doorNote'>;

export type Pile = CountedPile | 'past';

const minute = 60_000;
const live = statusNames.filter((status) => !endStatuses.includes(status));

/** What lies in each pile of a worker's table at `now`. A long service waits for her like an objection. */
function pilesAt(now: Date): Record<Pile, Filter<StoredTask>> {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  return {
    asked: { status: 'asked' },
    open: { status: 'open' },
    late: {
      $or: [
        { status: 'claimed', windowFrom: { $lte: ago(defaultDeadlineRules.notStartedAfterMinutes * minute) } },
        { status: 'inService', windowTo: { $lte: ago(defaultDeadlineRules.notFinishedAfterHours * 60 * minute) } },
      ],
    },
    objected: { $or: [{ status: 'objected' }, { status: 'done', minutes: { $gt: reviewAboveMinutes } }] },
    concern: { concernOpen: true },
    running: { status: { $in: ['claimed', 'inService', 'done'] } },
    past: { status: { $in: [...endStatuses] } },
  };
}

const counted = ['asked', 'open', 'late', 'objected', 'concern', 'running'] as const;
type CountedPile = (typeof counted)[number];

const withoutWords = { history: 0, did: 0, noticed: 0, doorNote: 0 } as const;

/** Rows after a place, by an instant field and the id, up or down. */
function after(field: 'since' | 'windowFrom', up: boolean, place: Place | undefined): Filter<StoredTask> {
  if (!place) return {};
  const beyond = up ? '$gt' : '$lt';
  return { $or: [{ [field]: { [beyond]: place.at } }, { [field]: place.at, _id: { [beyond]: place.id } }] };
}

export function createTaskListsStore(db: Connection, sealing: Sealing) {
  const raw = rawOf<StoredTask>(db, 'tasks');

  const list = (filter: Filter<StoredTask>, field: 'since' | 'windowFrom', up: boolean, limit: number, place?: Place) =>
    raw
      .find<ListedTask>({ $and: [filter, after(field, up, place)] }, { projection: withoutWords })
      .sort({ [field]: up ? 1 : -1, _id: up ? 1 : -1 })
      .limit(limit)
      .toArray();

  return {
    /** One pile: the longest in its status first, the past with the newest first. */
    pile: (scope: Scope, pile: Pile, now: Date, limit: number, place?: Place): Promise<ListedTask[]> =>
      list({ $and: [inScope(scope), pilesAt(now)[pile]] }, 'since', pile !== 'past', limit, place),

    /** How many lie in each pile. Counted side by side, since most of them are counted in the index alone. */
    async pileCounts(scope: Scope, now: Date): Promise<Record<CountedPile, number>> {
      const piles = pilesAt(now);
      const counts = await Promise.all(
        counted.map((pile) => raw.countDocuments({ $and: [inScope(scope), piles[pile]] })),
      );
      return Object.fromEntries(counted.map((pile, n) => [pile, counts[n]!])) as Record<CountedPile, number>;
    },

    /** Tasks of some elders or of one volunteer: the current ones by their window, the past ones newest first. */
    mine(
      streetId: string,
      whose: { elderIds: readonly string[] } | { volunteerId: string },
      state: 'current' | 'past',
      limit: number,
      place?: Place,
    ): Promise<ListedTask[]> {
      const who = 'volunteerId' in whose ? whose : { elderId: { $in: [...whose.elderIds] } };
      const statuses = state === 'current' ? live : [...endStatuses];
      return list({ streetId, ...who, status: { $in: statuses } }, 'windowFrom', state === 'current', limit, place);
    },

    /** Tasks of a street in any of these statuses, the longest waiting first. */
    byStatus: (scope: Scope, statuses: readonly TaskStatus[], limit: number, place?: Place): Promise<ListedTask[]> =>
      list({ ...inScope(scope), status: { $in: [...statuses] } }, 'since', true, limit, place),

    /** What others did for an elder, newest first. */
    async actsFor(streetId: string, elderId: string, limit: number, place?: Place) {
      type Act = { _id: string; kind: StoredTask['kind']; kindLabel: string; seq: number; entry: Entry; key: string };
      const acts = await raw
        .aggregate<Act>([
          { $match: { streetId, elderId, 'history.forElder': true } },
          { $project: { kind: 1, kindLabel: 1, history: 1 } },
          { $unwind: { path: '$history', includeArrayIndex: 'index' } },
          { $match: { 'history.forElder': true } },
          {
            $project: {
              kind: 1,
              kindLabel: 1,
              entry: '$history',
              seq: { $toInt: { $add: ['$index', 1] } },
              key: { $concat: ['$_id', ':', { $toString: { $toInt: { $add: ['$index', 1] } } }] },
            },
          },
          ...(place
            ? [
                {
                  $match: {
                    $or: [{ 'entry.at': { $lt: place.at } }, { 'entry.at': place.at, key: { $lt: place.id } }],
                  },
                },
              ]
            : []),
          { $sort: { 'entry.at': -1, key: -1 } },
          { $limit: limit },
        ])
        .toArray();
      return acts.map((act) => ({
        ...act,
        entry: { ...act.entry, words: sealing.openWords(act._id, act.entry.words) },
      }));
    },

    /** How many visits each of these volunteers has taken that overlap a window. */
    async busy(streetId: string, volunteerIds: readonly string[], from: Date, to: Date): Promise<Map<string, number>> {
      const rows = await raw
        .aggregate<{ _id: string; n: number }>([
          {
            $match: {
              streetId,
              volunteerId: { $in: [...volunteerIds] },
              status: { $in: ['claimed', 'inService'] },
              windowFrom: { $lt: to },
              windowTo: { $gt: from },
            },
          },
          { $group: { _id: '$volunteerId', n: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, n }) => [_id, n]));
    },
  };
}

export type TaskListsStore = ReturnType<typeof createTaskListsStore>;
