import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { accountModel } from './account.model.ts';

/** House number on 等保 2.0: five wrong codes in a row lock for 15 minutes (standards.md §3.2). */
const allowedFails = 5;
const lockMs = 15 * 60_000;

/** The TOTP part of an account. Every step is one conditional write, so guessing in parallel gains nothing. */
export function createSecondFactorStore(db: Connection, cipher: FieldCipher) {
  const Model = accountModel(db);
  const place = (id: string) => ({ collection: 'accounts', field: 'totp', id });

  return {
    /** The secret and whether its first code was entered; null when none was begun. */
    async read(id: string): Promise<{ secret: string; confirmed: boolean } | null> {
      const totp = (await Model.findById(id, { totp: 1 }).lean())?.totp;
      return totp ? { secret: cipher.open(totp.secret, place(id)), confirmed: totp.confirmedAt !== null } : null;
    },

    /** Puts down a new secret that waits for its first code; false when a confirmed one is there. */
    async begin(id: string, secret: string): Promise<boolean> {
      const totp = {
        secret: cipher.seal(secret, place(id)),
        confirmedAt: null,
        lastStep: -1,
        fails: 0,
        lockedUntil: null,
      };
      const begun = await Model.updateOne({ _id: id, 'totp.confirmedAt': null }, { $set: { totp } });
      return begun.matchedCount === 1;
    },

    /**
     * Counts one try before it is checked; false while locked. The try that uses up the allowance locks at once, and
     * is forgiven by `accept` if it was right.
     */
    async chargeTry(id: string, now: Date): Promise<boolean> {
      const unlocked = { _id: id, $or: [{ 'totp.lockedUntil': null }, { 'totp.lockedUntil': { $lte: now } }] };
      const counted = await Model.updateOne(
        { ...unlocked, 'totp.fails': { $lt: allowedFails - 1 } },
        { $inc: { 'totp.fails': 1 } },
      );
      if (counted.matchedCount === 1) return true;
      const last = await Model.updateOne(
        { ...unlocked, 'totp.fails': allowedFails - 1 },
        { $set: { 'totp.fails': 0, 'totp.lockedUntil': new Date(now.getTime() + lockMs) } },
      );
      return last.matchedCount === 1;
    },

    /** Takes a right code: false when its time step, or a later one, was used before. */
    async accept(id: string, step: number, now: Date): Promise<boolean> {
      const taken = await Model.findOneAndUpdate(
        { _id: id, 'totp.lastStep': { $lt: step } },
        { $set: { 'totp.lastStep': step, 'totp.fails': 0, 'totp.lockedUntil': null } },
        { projection: { _id: 1 } },
      ).lean();
      if (!taken) return false;
      await Model.updateOne({ _id: id, 'totp.confirmedAt': null }, { $set: { 'totp.confirmedAt': now } });
      return true;
    },

    /** Forgets the secret, so that the person sets a new one; who did it and why stays with the account. */
    async reset(id: string, by: string, reason: string, at: Date): Promise<void> {
      await Model.updateOne(
        { _id: id },
        { $unset: { totp: 1 }, $push: { history: { at, by, what: 'secondFactorReset', reason } } },
      );
    },
  };
}

export type SecondFactorStore = ReturnType<typeof createSecondFactorStore>;
