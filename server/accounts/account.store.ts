import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { accountModel } from './account.model.ts';

export interface StoredAccount {
  id: string;
  name: string;
  /** Digits. */
  phone: string | null;
  hasWechat: boolean;
  /** Null: never begun; false: begun, first code not yet entered. */
  secondFactorSet: boolean | null;
  lastAssignmentId: string | null;
}

type Identity = 'phone' | 'wechat';

/** Accounts by id, phone and WeChat openid; phone and openid are sealed, and found by a keyed hash. */
export function createAccountStore(db: Connection, cipher: FieldCipher) {
  const Model = accountModel(db);
  const place = (field: Identity, id: string) => ({ collection: 'accounts', field, id });
  const keyOf = (field: Identity, value: string) => cipher.indexOf(`accounts.${field}`, value);
  const sealed = (field: Identity, id: string, value: string) => ({
    key: keyOf(field, value),
    text: cipher.seal(value, place(field, id)),
  });

  const lean = (filter: Record<string, unknown>) => Model.findOne(filter, { history: 0 }).lean();
  type Found = NonNullable<Awaited<ReturnType<typeof lean>>>;

  const toAccount = (found: Found): StoredAccount => ({
    id: found._id as string,
    name: found.name,
    phone: found.phone ? cipher.open(found.phone.text, place('phone', found._id as string)) : null,
    hasWechat: Boolean(found.wechat),
    secondFactorSet: found.totp ? found.totp.confirmedAt !== null : null,
    lastAssignmentId: found.lastAssignmentId ?? null,
  });

  const find = async (filter: Record<string, unknown>) => {
    const found = await lean(filter);
    return found ? toAccount(found) : null;
  };
  const by = (field: Identity, value: string) => find({ [`${field}.key`]: keyOf(field, value) });

  /** The account of this phone or openid; made if there is none, also when two ask at once. */
  async function ensure(field: Identity, value: string, fresh: { id: string; name: string; at: Date }) {
    const known = await by(field, value);
    if (known) return known;
    try {
      const { id, name, at } = fresh;
      await Model.collection.insertOne({
        _id: id as never,
        name,
        [field]: sealed(field, id, value),
        lastAssignmentId: null,
        createdAt: at,
        history: [],
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const made = await by(field, value);
    if (!made) throw new Error(`account id ${fresh.id} belongs to someone else`);
    return made;
  }

  return {
    byId: (id: string) => find({ _id: id }),
    byPhone: (phone: string) => by('phone', phone),
    ensureByPhone: (phone: string, fresh: { id: string; name: string; at: Date }) => ensure('phone', phone, fresh),
    ensureByWechat: (openid: string, fresh: { id: string; at: Date }) =>
      ensure('wechat', openid, { ...fresh, name: '' }),

    async byIds(ids: readonly string[]): Promise<StoredAccount[]> {
      return (await Model.find({ _id: { $in: ids } }, { history: 0 }).lean()).map(toAccount);
    },

    /** Phone and openid of these accounts. */
    async waysTo(ids: readonly string[]): Promise<Map<string, { phone: string | null; openid: string | null }>> {
      const found = await Model.find({ _id: { $in: ids } }, { phone: 1, wechat: 1 }).lean();
      const opened = (id: string, field: Identity, text?: string) =>
        text ? cipher.open(text, place(field, id)) : null;
      return new Map(
        found.map(({ _id, phone, wechat }) => {
          const id = _id as string;
          return [id, { phone: opened(id, 'phone', phone?.text), openid: opened(id, 'wechat', wechat?.text) }];
        }),
      );
    },

    /** Null when there is no such account. */
    async nameOf(id: string): Promise<string | null> {
      return (await Model.findById(id, { name: 1 }).lean())?.name ?? null;
    },

    async rename(id: string, name: string): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { name } });
    },

    /** Gives a name to someone who has not said hers. */
    async nameIfEmpty(id: string, name: string): Promise<void> {
      await Model.updateOne({ _id: id, name: '' }, { $set: { name } });
    },

    /** Leaves nothing of a person but the id. */
    async blank(id: string): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { name: '' }, $unset: { phone: 1, wechat: 1, totp: 1 } });
    },

    async rememberRole(id: string, assignmentId: string): Promise<void> {
      await Model.updateOne({ _id: id }, { $set: { lastAssignmentId: assignmentId } });
    },

    /** Sets the phone of an account; false when another account has it. */
    async bindPhone(id: string, phone: string): Promise<boolean> {
      try {
        await Model.updateOne({ _id: id }, { $set: { phone: sealed('phone', id, phone) } });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /**
     * Moves the WeChat identity of an account to one that has none, and drops the emptied account. Taken away before
     * it is given, as the index demands: after a crash between, the next WeChat sign-in begins anew and binds again.
     * False when `to` has a WeChat identity already.
     */
    async moveWechat(from: string, to: string): Promise<boolean> {
      const source = await Model.findById(from, { wechat: 1 }).lean();
      if (!source?.wechat) return false;
      const openid = cipher.open(source.wechat.text, place('wechat', from));
      await Model.deleteOne({ _id: from });
      const moved = await Model.updateOne(
        { _id: to, wechat: { $exists: false } },
        { $set: { wechat: sealed('wechat', to, openid) } },
      );
      return moved.matchedCount === 1;
    },
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;
