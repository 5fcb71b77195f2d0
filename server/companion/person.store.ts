import { endStatuses } from '@wubian/shared/companion/lifecycle.ts';
import type { Connection } from 'mongoose';
import { ledgerModel } from './ledger.model.ts';
import type { StoredLine } from './ledger.store.ts';
import { photoModel } from './photo.model.ts';
import type { Sealing } from './sealing.ts';
import type { By, StoredTask } from './stored-task.ts';
import { taskModel } from './task.model.ts';
import { volunteerModel } from './volunteer.model.ts';

/** Who acted on the elder's side is no longer named; volunteers and staff are. */
const unnamed = (by: By): By => (by.role === 'resident' || by.role === 'family' ? { ...by, name: '' } : by);

/** Everything of one elder in this room, for her own copy and for an erasure. */
export function createPersonStore(db: Connection, sealing: Sealing) {
  const Tasks = taskModel(db);
  const Lines = ledgerModel(db);
  const Photos = photoModel(db);
  const Volunteers = volunteerModel(db);

  const tasksOf = async (streetId: string, elderId: string): Promise<StoredTask[]> =>
    ((await Tasks.find({ streetId, elderId }).sort({ askedAt: -1 }).lean()) as unknown as StoredTask[]).map(
      sealing.openTask,
    );

  return {
    tasksOf,
    linesOf: (streetId: string, elderId: string): Promise<StoredLine[]> =>
      Lines.find({ streetId, elderId }).sort({ at: -1 }).lean() as unknown as Promise<StoredLine[]>,

    /** Tasks that are not over, or whose effects are still to come. */
    running: (streetId: string, elderId: string): Promise<number> =>
      Tasks.countDocuments({
        streetId,
        elderId,
        $or: [{ status: { $nin: [...endStatuses] } }, { outboxDue: { $ne: null } }],
      }),

    /**
     * Takes names of her side, words and photos from her tasks; kind, times, minutes and the volunteer stay, as do the
     * lines of the ledger, which hold her name masked.
     */
    async strip(streetId: string, elderId: string, name: string): Promise<void> {
      await Photos.deleteMany({ streetId, taskId: { $in: (await tasksOf(streetId, elderId)).map(({ _id }) => _id) } });
      for (const task of await tasksOf(streetId, elderId)) {
        const history = task.history.map((entry) => ({ ...entry, by: unnamed(entry.by), words: '' }));
        const blank = { elderName: name, bring: '', doorNote: '', did: '', noticed: '', concern: null, photos: [] };
        await Tasks.updateOne(
          { _id: task._id, streetId, seq: task.seq },
          { $set: { ...blank, asker: unnamed(task.asker), history, concernOpen: false } },
        );
      }
      await Volunteers.updateMany({ streetId, ownElderIds: elderId }, { $pull: { ownElderIds: elderId } });
    },
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;
