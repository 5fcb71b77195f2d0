import type { Role } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { assignmentModel } from './assignment.model.ts';
import type { HeldRole } from './door.ts';

/** What happened to a role, by whom (an account id, or a word for the house itself). */
export interface Event {
  at: Date;
  by: string;
  what: 'applied' | 'given' | 'admitted' | 'ended';
  reason?: string;
}

export type GiveResult = 'given' | 'sameGift' | 'alreadyHeld' | 'idTaken';

export interface PeopleQuery {
  roles: readonly Role[];
  states: readonly ('pending' | 'active')[];
  /** Only those whose scope touches one of these; undefined: the whole street. */
  communityIds?: readonly string[] | undefined;
  limit: number;
}

/** Role assignments; the only writer of their state. */
export function createAssignmentStore(db: Connection) {
  const Model = assignmentModel(db);
  const fields = '-history -held';
  const many = (filter: Record<string, unknown>) => Model.find(filter, fields).sort({ _id: 1 }).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];

  const toHeld = (found: Found): HeldRole => ({
    assignmentId: found._id as string,
    accountId: found.accountId,
    role: found.role as Role,
    streetId: found.streetId,
    communityIds: found.communityIds,
    elderId: found.elderId ?? null,
    state: found.state,
  });
  const list = async (filter: Record<string, unknown>) => (await many(filter)).map(toHeld);
  const one = async (filter: Record<string, unknown>) => {
    const found = await Model.findOne(filter, fields).lean();
    return found ? toHeld(found) : null;
  };

  return {
    /** Whatever its street and state: for the person herself. */
    byId: (assignmentId: string) => one({ _id: assignmentId }),
    /** Those of these roles that are active, of any street: for sessions of people who act in them. */
    active: async (assignmentIds: readonly string[]): Promise<HeldRole[]> =>
      assignmentIds.length ? list({ _id: { $in: [...assignmentIds] }, state: 'active' }) : [],
    /** Every active role of these people in any street: for sessions that have not chosen one. */
    activeOf: async (accountIds: readonly string[]): Promise<HeldRole[]> =>
      accountIds.length ? list({ accountId: { $in: [...accountIds] }, state: 'active' }) : [],
    inStreet: (streetId: string, assignmentId: string) => one({ streetId, _id: assignmentId }),
    heldBy: (accountId: string) => list({ accountId, state: { $in: ['pending', 'active'] } }),
    residentsOf: (streetId: string, elderId: string) => list({ streetId, elderId, role: 'resident', state: 'active' }),
    roleOf: (accountId: string, streetId: string, role: Role) => one({ streetId, accountId, role, state: 'active' }),
    /** True if the person holds, or waits for, any role in the street. */
    isKnownIn: async (streetId: string, accountId: string) =>
      (await Model.exists({ streetId, accountId, held: true })) !== null,

    /** True if the person ever held or asked for a role, ended ones included. */
    hadAny: async (accountId: string) => (await Model.exists({ accountId })) !== null,

    async holders(streetId: string, filter: Record<string, unknown>): Promise<HeldRole[]> {
      return list({ streetId, state: 'active', ...filter });
    },

    /** Those who wait first, then newest first. */
    async people(streetId: string, query: PeopleQuery): Promise<HeldRole[]> {
      const found = await Model.find(
        {
          streetId,
          role: { $in: query.roles },
          state: { $in: query.states },
          ...(query.communityIds && { communityIds: { $in: query.communityIds } }),
        },
        fields,
      )
        .sort({ state: -1, _id: -1 })
        .limit(query.limit)
        .lean();
      return found.map(toHeld);
    },

    /** Puts down a role once: a repeat with the same id by the same person is the same gift. */
    async give(gift: HeldRole & { state: 'pending' | 'active' }, event: Event): Promise<GiveResult> {
      const { assignmentId, ...rest } = gift;
      try {
        await Model.collection.insertOne({ _id: assignmentId as never, ...rest, held: true, history: [event] });
        return 'given';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const known = await one({ _id: assignmentId });
      if (!known) return 'alreadyHeld';
      const { accountId, role, streetId } = known;
      return accountId === gift.accountId && role === gift.role && streetId === gift.streetId ? 'sameGift' : 'idTaken';
    },

    /** Pending → active, with the communities that were admitted; false when it does not wait any more. */
    async admit(streetId: string, assignmentId: string, communityIds: readonly string[], event: Event) {
      const admitted = await Model.updateOne(
        { streetId, _id: assignmentId, state: 'pending' },
        { $set: { state: 'active', communityIds }, $push: { history: event } },
      );
      return admitted.matchedCount === 1;
    },

    /** Ends a role for good; a repeat changes nothing. */
    async end(assignmentId: string, event: Event): Promise<void> {
      await Model.updateOne(
        { _id: assignmentId, held: true },
        { $set: { state: 'ended', held: false }, $push: { history: event } },
      );
    },
  };
}

export type AssignmentStore = ReturnType<typeof createAssignmentStore>;
