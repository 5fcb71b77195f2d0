import { after, type Move, moves } from '@wubian/shared/companion/lifecycle.ts';
import type { Filter, UpdateFilter } from 'mongodb';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { rawOf } from '../store/raw.ts';
import type { Street } from '../streets/index.ts';
import type { Sealing } from './sealing.ts';
import type { By, Entry, Settable, StoredTask } from './stored-task.ts';
import { nextDueOf } from './task.clock.ts';
import { taskModel } from './task.model.ts';

/** Which tasks of a street a caller may come near at all; what she sees of one is the policy's matter. */
export interface Scope {
  streetId: string;
  /** Only these communities; absent for the whole street. */
  communityIds?: readonly string[];
  /** Also the tasks of this volunteer, wherever they are. */
  volunteerId?: string;
}

export const inScope = ({ streetId, communityIds, volunteerId }: Scope): Filter<StoredTask> => {
  if (!communityIds) return { streetId };
  const inArea = { communityId: { $in: [...communityIds] } };
  return volunteerId ? { streetId, $or: [inArea, { volunteerId }] } : { streetId, ...inArea };
};

/** The same of a task that has been read. */
const isInScope = (
  { streetId, communityIds, volunteerId }: Scope,
  task: Pick<StoredTask, 'streetId' | 'communityId' | 'volunteerId'>,
): boolean =>
  task.streetId === streetId &&
  (!communityIds ||
    communityIds.includes(task.communityId) ||
    (volunteerId !== undefined && task.volunteerId === volunteerId));

/** One move as it is about to be written. */
export interface MoveToMake {
  move: Move;
  by: By;
  at: Date;
  street: Street;
  words?: string;
  forElder?: boolean;
  /** The volunteer who gets the task by this move. */
  toVolunteer?: string;
  set?: Settable;
  /** What must still hold of the stored task, beside the status that the table allows. */
  onlyIf?: Filter<StoredTask>;
}

export function createTaskStore(db: Connection, sealing: Sealing) {
  const Model = taskModel(db);
  const raw = rawOf<StoredTask>(db, 'tasks');
  const opened = (found: StoredTask | null): StoredTask | null => found && sealing.openTask(found);

  /** The history entry, status and due times of a move, in one update. */
  function updateFor(task: StoredTask, todo: MoveToMake): UpdateFilter<StoredTask> {
    const { move, by, at, street } = todo;
    const status = after(move, task.status);
    const changes = moves[move].to !== 'same';
    const entry: Entry = {
      move,
      by,
      at,
      words: todo.words ?? '',
      forElder: todo.forElder ?? false,
      volunteerId: todo.toVolunteer ?? null,
    };
    const next = { ...task, ...todo.set, status, since: changes ? at : task.since, history: [...task.history, entry] };
    return {
      $set: {
        ...sealing.sealSet(task._id, todo.set ?? {}),
        ...(changes && { status, since: at }),
        outboxDue: at,
        nextDue: nextDueOf(next, street),
      },
      $push: { history: sealing.sealEntry(task._id, entry) },
      $inc: { seq: 1 },
    };
  }

  return {
    async byId(scope: Scope, id: string): Promise<StoredTask | null> {
      // By the id alone: the engine then plans nothing, at half the price (bench/README.md).
      const found = await raw.findOne({ _id: id });
      return found && isInScope(scope, found) ? opened(found) : null;
    },

    /** False when the id is taken. The history must begin with 'ask'. */
    async insert(task: StoredTask): Promise<boolean> {
      try {
        await new Model(sealing.sealTask(task)).save();
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /**
     * The only writer of a status: one write, done only if the task is still where the move table lets the move
     * start. Null when someone was faster. A move that keeps the status, and one of the clock, also need the
     * history to be as it was read, because what is due next depends on it.
     */
    async move(task: StoredTask, todo: MoveToMake): Promise<StoredTask | null> {
      const { from, to, by } = moves[todo.move];
      const asRead = to === 'same' || by === 'rule' ? { seq: task.seq } : {};
      const filter: Filter<StoredTask> = {
        _id: task._id,
        streetId: task.streetId,
        status: { $in: [...from] },
        ...asRead,
      };
      return opened(
        await raw.findOneAndUpdate({ $and: [filter, todo.onlyIf ?? {}] }, updateFor(task, todo), {
          returnDocument: 'after',
        }),
      );
    },

    /** Notes a photo on the task; false when it is there already or the task is full or no longer this volunteer's. */
    async addPhoto(
      task: StoredTask,
      volunteerId: string,
      photo: { id: string; at: Date },
      most: number,
    ): Promise<boolean> {
      const { modifiedCount } = await raw.updateOne(
        {
          _id: task._id,
          streetId: task.streetId,
          volunteerId,
          'photos.id': { $ne: photo.id },
          [`photos.${most - 1}`]: { $exists: false },
        },
        { $push: { photos: photo } },
      );
      return modifiedCount === 1;
    },
  };
}

export type TaskStore = ReturnType<typeof createTaskStore>;
