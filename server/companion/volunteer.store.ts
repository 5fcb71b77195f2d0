import type { Qualification } from '@wubian/shared/companion/kinds.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { rawOf } from '../store/raw.ts';
import { volunteerModel } from './volunteer.model.ts';

interface HeldQualification {
  name: Qualification;
  /** Last good day, inclusive: YYYY-MM-DD. */
  until: string;
  /** The account that admitted it, and when. */
  by: string;
  at: Date;
}

export interface Profile {
  accountId: string;
  qualifications: HeldQualification[];
  ownElderIds: string[];
  estateId: string | null;
  noShowOf: string[];
}

type Stored = Profile & { _id: string; streetId: string };
const blank = { qualifications: [], ownElderIds: [], estateId: null, noShowOf: [] };

/** Of somebody of whom nothing is known. */
export const blankProfile = (accountId: string): Profile => ({ ...blank, accountId });

/** Qualifications that are good on `day`. */
export const validOn = (day: string, profile: Pick<Profile, 'qualifications'>): Qualification[] =>
  profile.qualifications.filter(({ until }) => until >= day).map(({ name }) => name);

/** `changed` hears of every profile that is written here. */
export function createVolunteerStore(
  db: Connection,
  changed: (streetId: string, accountId: string) => void = () => {},
) {
  volunteerModel(db);
  const raw = rawOf<Stored>(db, 'volunteers');
  const idOf = (streetId: string, accountId: string): string => `${streetId}:${accountId}`;

  /** Writes part of a profile, making it if it is the first time. */
  async function put(streetId: string, accountId: string, set: Partial<Profile>): Promise<void> {
    const onInsert = Object.fromEntries(
      Object.entries({ ...blank, streetId, accountId }).filter(([key]) => !(key in set)),
    );
    const write = () =>
      raw.updateOne({ _id: idOf(streetId, accountId) }, { $set: set, $setOnInsert: onInsert }, { upsert: true });
    // Two first writes at once: one of them finds the other's document on its second try.
    await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
    changed(streetId, accountId);
  }

  return {
    /** Who is paired with an elder; the index over the list serves it. */
    async pairedWith(streetId: string, elderId: string): Promise<{ accountId: string; estateId: string | null }[]> {
      const found = await raw.find({ streetId, ownElderIds: elderId }).limit(50).toArray();
      return found.map(({ accountId, estateId }) => ({ accountId, estateId }));
    },

    /** The estates that these people start from; who has none is left out. */
    async startsOf(streetId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
      const ids = accountIds.map((accountId) => idOf(streetId, accountId));
      const found = await raw.find({ _id: { $in: ids }, estateId: { $ne: null } }).toArray();
      return new Map(found.map(({ accountId, estateId }) => [accountId, estateId!]));
    },

    /** The profile, or an empty one. */
    async profile(streetId: string, accountId: string): Promise<Profile> {
      return (await raw.findOne({ _id: idOf(streetId, accountId) })) ?? blankProfile(accountId);
    },

    /** Profiles by account id; who has none is left out. */
    async profiles(streetId: string, accountIds: readonly string[]): Promise<Map<string, Profile>> {
      const found = await raw.find({ _id: { $in: accountIds.map((id) => idOf(streetId, id)) } }).toArray();
      return new Map(found.map((profile) => [profile.accountId, profile]));
    },

    setPoint: (streetId: string, accountId: string, estateId: string | null): Promise<void> =>
      put(streetId, accountId, { estateId }),

    admit: (
      streetId: string,
      accountId: string,
      admitted: Pick<Profile, 'qualifications' | 'ownElderIds'>,
    ): Promise<void> => put(streetId, accountId, admitted),

    /** Pairs her with an elder, once. */
    async pair(streetId: string, accountId: string, elderId: string): Promise<void> {
      await put(streetId, accountId, { accountId });
      await raw.updateOne({ _id: idOf(streetId, accountId) }, { $addToSet: { ownElderIds: elderId } });
      changed(streetId, accountId);
    },

    async unpair(streetId: string, accountId: string, elderId: string): Promise<void> {
      await raw.updateOne({ _id: idOf(streetId, accountId) }, { $pull: { ownElderIds: elderId } });
      changed(streetId, accountId);
    },

    /** Notes a missed visit once, however often it is told. */
    async missed(streetId: string, accountId: string, visit: string): Promise<void> {
      await put(streetId, accountId, { accountId });
      await raw.updateOne({ _id: idOf(streetId, accountId) }, { $addToSet: { noShowOf: visit } });
    },
  };
}

export type VolunteerStore = ReturnType<typeof createVolunteerStore>;
