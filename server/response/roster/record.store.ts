import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import { openIn, sealIn } from './sealing.ts';
import type { StoredCard, StoredOpinion, StoredTraining } from './stored.ts';

/** Opinions of residents, trainings, and who shows her own number. */
export function createRecordStore(db: Connection, cipher: FieldCipher) {
  const opinions = rawOf<StoredOpinion>(db, 'dutyOpinions');
  const trainings = rawOf<StoredTraining>(db, 'dutyTrainings');
  const cards = rawOf<StoredCard>(db, 'dutyCards');
  const seal = sealIn(cipher, 'dutyOpinions');
  const open = openIn(cipher, 'dutyOpinions');
  const opened = (one: StoredOpinion): StoredOpinion => ({ ...one, words: open('words', one._id, one.words) });

  return {
    /** False when she has rated that day already. */
    async rate(opinion: StoredOpinion): Promise<boolean> {
      try {
        await opinions.insertOne({ ...opinion, words: seal('words', opinion._id, opinion.words) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    /** Of the days from `from` up to `to`, both inclusive; newest first. */
    async opinions(streetId: string, communityIds: readonly string[], from: string, to: string) {
      const found = opinions.find({ streetId, communityId: { $in: [...communityIds] }, day: { $gte: from, $lte: to } });
      return (await found.sort({ day: -1, _id: 1 }).limit(2000).toArray()).map(opened);
    },
    async opinionsOf(streetId: string, elderId: string): Promise<StoredOpinion[]> {
      return (await opinions.find({ streetId, elderId }).sort({ day: -1 }).toArray()).map(opened);
    },
    async forgetOpinions(streetId: string, elderId: string): Promise<void> {
      await opinions.deleteMany({ streetId, elderId });
    },

    /** False when the id is taken; a repeat is the same training. */
    async train(training: StoredTraining): Promise<boolean> {
      try {
        await trainings.insertOne(training);
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await trainings.findOne({ _id: training._id, streetId: training.streetId }))?.by === training.by;
      }
    },
    trainings: (streetId: string): Promise<StoredTraining[]> =>
      trainings.find({ streetId }).sort({ day: -1, _id: -1 }).limit(200).toArray(),

    async showPhone(streetId: string, accountId: string, showsPhone: boolean): Promise<void> {
      const _id = `${streetId}:${accountId}`;
      const write = () => cards.updateOne({ _id }, { $set: { streetId, accountId, showsPhone } }, { upsert: true });
      // Two first writes at once: one of them finds the other's document on its second try.
      await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
    },
    /** Of these people, who shows her number. */
    async showing(streetId: string, accountIds: readonly string[]): Promise<Set<string>> {
      const ids = accountIds.map((accountId) => `${streetId}:${accountId}`);
      const found = await cards.find({ _id: { $in: ids }, showsPhone: true }).toArray();
      return new Set(found.map(({ accountId }) => accountId));
    },
  };
}

export type RecordStore = ReturnType<typeof createRecordStore>;
