import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import { openIn, sealIn } from './sealing.ts';
import type { StoredNote } from './stored.ts';

/** Hand-over notes; their words are sealed. */
export function createNoteStore(db: Connection, cipher: FieldCipher) {
  const raw = rawOf<StoredNote>(db, 'dutyNotes');
  const seal = sealIn(cipher, 'dutyNotes');
  const open = openIn(cipher, 'dutyNotes');
  const opened = (note: StoredNote): StoredNote => ({ ...note, words: open('words', note._id, note.words) });

  return {
    async byId(streetId: string, id: string): Promise<StoredNote | null> {
      const found = await raw.findOne({ _id: id, streetId });
      return found && opened(found);
    },

    /** Newest first, after the note `before`; of these places (null is the duty leader's). */
    async list(
      streetId: string,
      places: readonly (string | null)[],
      limit: number,
      { before, since }: { before?: { at: Date; id: string }; since?: Date } = {},
    ): Promise<StoredNote[]> {
      const after = before && { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] };
      const found = raw.find({
        ...{ streetId, communityId: { $in: [...places] } },
        ...(since && { at: { $gt: since } }),
        ...after,
      });
      return (await found.sort({ at: -1, _id: -1 }).limit(limit).toArray()).map(opened);
    },

    /** False when the id is taken; a repeat is the same note. */
    async write(note: StoredNote): Promise<boolean> {
      try {
        await raw.insertOne({ ...note, words: seal('words', note._id, note.words) });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await raw.findOne({ _id: note._id, streetId: note.streetId }))?.by === note.by;
      }
    },

    /** Notes once that somebody has read it. */
    async read(streetId: string, id: string, accountId: string, at: Date): Promise<void> {
      await raw.updateOne(
        { _id: id, streetId, 'readBy.accountId': { $ne: accountId } },
        { $push: { readBy: { accountId, at } } },
      );
    },

    /** Notes of every street about which it is time to look who has read them. */
    dueForHead: (now: Date): Promise<StoredNote[]> =>
      raw
        .find({ unreadDue: { $lte: now } })
        .limit(100)
        .toArray(),
    async settle(streetId: string, id: string): Promise<void> {
      await raw.updateOne({ _id: id, streetId }, { $set: { unreadDue: null } });
    },
  };
}

export type NoteStore = ReturnType<typeof createNoteStore>;
