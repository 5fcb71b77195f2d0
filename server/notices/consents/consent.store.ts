import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { consentModel } from './consent.model.ts';

/** So many reports are remembered; a phone repeats only its last ones. */
const REMEMBERED = 20;

/** The ledger of consents: one consent, one message, counted by person and template. */
export function createConsentStore(db: Connection) {
  const Model = consentModel(db);
  const idOf = (accountId: string, templateId: string) => `${accountId}:${templateId}`;

  return {
    /** Enters what she answered; the same report again changes nothing. */
    async report(accountId: string, templateId: string, reportId: string, accepted: boolean, at: Date): Promise<void> {
      const counted = accepted ? { $inc: { granted: 1, left: 1 } } : {};
      const write = () =>
        Model.updateOne(
          { _id: idOf(accountId, templateId), reports: { $ne: reportId } },
          {
            ...counted,
            $set: { refusedAt: accepted ? null : at },
            $push: { reports: { $each: [reportId], $slice: -REMEMBERED } },
            $setOnInsert: { accountId, templateId, spent: 0, ...(accepted ? {} : { granted: 0, left: 0 }) },
          },
          { upsert: true, setDefaultsOnInsert: false },
        );
      // There is one already: either of this very report, or made at the same moment by another.
      await write().catch(async (error) => {
        if (!isDuplicate(error)) throw error;
        await write().catch((again) => (isDuplicate(again) ? undefined : Promise.reject(again)));
      });
    },

    async left(accountId: string, templateId: string): Promise<number> {
      return (await Model.findById(idOf(accountId, templateId), { left: 1 }).lean())?.left ?? 0;
    },

    /** By account: what is left of one template; who has never said anything is missing. */
    async leftOf(accountIds: readonly string[], templateId: string): Promise<Map<string, number>> {
      const ids = accountIds.map((accountId) => idOf(accountId, templateId));
      const found = await Model.find({ _id: { $in: ids } }, { accountId: 1, left: 1 }).lean();
      return new Map(found.map(({ accountId, left }) => [accountId, left]));
    },

    async spend(accountId: string, templateId: string): Promise<void> {
      const _id = idOf(accountId, templateId);
      await Model.updateOne({ _id, left: { $gt: 0 } }, { $inc: { left: -1, spent: 1 } });
    },

    async empty(accountId: string, templateId: string): Promise<void> {
      await Model.updateOne({ _id: idOf(accountId, templateId) }, { $set: { left: 0 } });
    },
  };
}

export type ConsentStore = ReturnType<typeof createConsentStore>;
