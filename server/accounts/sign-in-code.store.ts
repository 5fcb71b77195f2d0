import { timingSafeEqual } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { signInCodeModel } from './sign-in-code.model.ts';

/** Wrong entries after which a code is dead. */
const allowedTries = 5;

export type CodeCheck = 'right' | 'wrong' | 'expired';

/** One-time codes sent by SMS: hashed with a key, ten minutes, single use, five tries. */
export function createSignInCodeStore(db: Connection, cipher: FieldCipher) {
  const Model = signInCodeModel(db);
  const idOf = (phone: string) => cipher.indexOf('signInCodes.phone', phone);
  const hashOf = (phone: string, code: string) => cipher.indexOf('signInCodes.code', `${phone}:${code}`);
  const equal = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

  return {
    /** Makes `code` the one valid code of the number until `expiresAt`. */
    async put(phone: string, code: string, expiresAt: Date): Promise<void> {
      await Model.updateOne(
        { _id: idOf(phone) },
        { $set: { codeHash: hashOf(phone, code), tries: 0, expiresAt } },
        { upsert: true },
      );
    },

    /**
     * Checks and consumes. The try is counted before the code is looked at, and a right code is taken by whoever
     * removes it, so neither guessing nor using it twice in parallel gains anything.
     */
    async take(phone: string, code: string, now: Date): Promise<CodeCheck> {
      const _id = idOf(phone);
      const charged = await Model.findOneAndUpdate(
        { _id, expiresAt: { $gt: now }, tries: { $lt: allowedTries } },
        { $inc: { tries: 1 } },
      ).lean();
      if (!charged) return 'expired';
      if (!equal(charged.codeHash, hashOf(phone, code))) return 'wrong';
      const taken = await Model.deleteOne({ _id, codeHash: charged.codeHash });
      return taken.deletedCount === 1 ? 'right' : 'expired';
    },
  };
}

export type SignInCodeStore = ReturnType<typeof createSignInCodeStore>;
