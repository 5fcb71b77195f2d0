import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import { openIn, sealIn } from './sealing.ts';
import type { StoredLeave } from './stored.ts';

/** Leave that was asked for; the only writer of its state. Reasons are sealed. */
export function createLeaveStore(db: Connection, cipher: FieldCipher, changed: (streetId: string) => void) {
  const raw = rawOf<StoredLeave>(db, 'dutyLeaves');
  const seal = sealIn(cipher, 'dutyLeaves');
  const open = openIn(cipher, 'dutyLeaves');
  const opened = (leave: StoredLeave): StoredLeave => ({
    ...leave,
    reason: open('reason', leave._id, leave.reason),
    words: open('words', leave._id, leave.words),
  });
  const openedOrNull = (leave: StoredLeave | null) => leave && opened(leave);

  return {
    byId: async (streetId: string, id: string) => openedOrNull(await raw.findOne({ _id: id, streetId })),

    /** Granted leave that touches [from, to), without its words. */
    granted: (streetId: string, from: Date, to: Date): Promise<Pick<StoredLeave, 'accountId' | 'from' | 'to'>[]> =>
      raw
        .find(
          { streetId, state: 'granted', to: { $gt: from }, from: { $lt: to } },
          { projection: { accountId: 1, from: 1, to: 1 } },
        )
        .toArray(),

    async ofPerson(streetId: string, accountId: string, since: Date): Promise<StoredLeave[]> {
      const found = raw.find({ streetId, accountId, to: { $gt: since } });
      return (await found.sort({ from: 1, _id: 1 }).limit(50).toArray()).map(opened);
    },

    /** What waits and what is granted for later, of these communities; null for the whole street. */
    async coming(streetId: string, communityIds: readonly string[] | null, since: Date): Promise<StoredLeave[]> {
      const where = communityIds && { communityIds: { $in: [...communityIds] } };
      const found = raw.find({ streetId, state: { $in: ['asked', 'granted'] }, to: { $gt: since }, ...where });
      return (await found.sort({ from: 1, _id: 1 }).limit(100).toArray()).map(opened);
    },

    /** False when the id is taken; a repeat is the same asking. */
    async ask(leave: StoredLeave): Promise<boolean> {
      try {
        await raw.insertOne({ ...leave, reason: seal('reason', leave._id, leave.reason) });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await raw.findOne({ _id: leave._id, streetId: leave.streetId }))?.accountId === leave.accountId;
      }
    },

    /** Null when it does not stand in one of the states `from` any more. Withdrawn leave gives its future back. */
    async move(
      { streetId, _id }: StoredLeave,
      from: readonly StoredLeave['state'][],
      to: Pick<StoredLeave, 'state' | 'decidedBy' | 'decidedAt' | 'words'> & { to?: Date },
    ): Promise<StoredLeave | null> {
      const moved = await raw.findOneAndUpdate(
        { _id, streetId, state: { $in: [...from] } },
        { $set: { ...to, words: seal('words', _id, to.words) } },
        { returnDocument: 'after' },
      );
      changed(streetId);
      return openedOrNull(moved);
    },
  };
}

export type LeaveStore = ReturnType<typeof createLeaveStore>;
