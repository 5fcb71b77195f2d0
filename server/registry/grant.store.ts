import type { GrantScopeName, RelationName } from '@wubian/shared/registry/contract.ts';
import { type GrantMove, type GrantState, grantMoves } from '@wubian/shared/registry/grant-lifecycle.ts';
import type { Connection, QueryFilter } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { grantModel, type hows } from './grant.model.ts';
import { type Scope, scopeFilter } from './scope.ts';

type How = (typeof hows)[number];

export interface GrantEntry {
  move: 'ask' | GrantMove;
  at: Date;
  /** Account id; 'rule' for what the calendar does. */
  by: string;
}

export interface StoredGrant {
  id: string;
  streetId: string;
  communityId: string;
  state: GrantState;
  askerId: string;
  relation: RelationName;
  scopes: GrantScopeName[];
  until: string;
  typedName: string;
  elderId: string | null;
  /** Whether it was ever confirmed: from then on the asker may know whose file it is. */
  confirmed: boolean;
  askedAt: Date;
  answeredBy: string | null;
  answeredHow: How | null;
  answeredAt: Date | null;
  note: string;
  history: GrantEntry[];
  followed: number;
}

export type NewGrant = Pick<
  StoredGrant,
  'id' | 'streetId' | 'communityId' | 'askerId' | 'relation' | 'scopes' | 'until' | 'typedName' | 'elderId' | 'askedAt'
>;
/** What a move may set beside the state. */
export type GrantChange = Partial<
  Pick<StoredGrant, 'elderId' | 'communityId' | 'confirmed' | 'answeredBy' | 'answeredHow' | 'answeredAt' | 'note'>
>;

/** Whose grants: of one asker in every street, over one file, or of an area. */
export type GrantsWanted = { askerId: string } | { streetId: string; elderId: string } | { scope: Scope };

const mostListed = 200;
/** Still good on `day`; a tie to one's own file has no last day. */
const goodOn = (day: string) => ({ state: 'active', relation: { $ne: 'self' }, until: { $gte: day } });

/** Grants; `move` is the only writer of their state. */
export function createGrantStore(db: Connection) {
  const Model = grantModel(db);
  const many = (filter: QueryFilter<unknown>, limit = mostListed) =>
    Model.find(filter).sort({ askedAt: -1, _id: -1 }).limit(limit).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];
  const toGrant = ({ _id, due: _, ...found }: Found) => ({ ...found, id: _id }) as unknown as StoredGrant;
  const list = async (filter: QueryFilter<unknown>, limit?: number) => (await many(filter, limit)).map(toGrant);

  return {
    async byId(id: string): Promise<StoredGrant | null> {
      const found = await Model.findById(id).lean();
      return found && toGrant(found);
    },

    /** False when the id is taken, or this person has an open or good grant over this file. */
    async add({ id, ...grant }: NewGrant): Promise<boolean> {
      const asked: GrantEntry = { move: 'ask', at: grant.askedAt, by: grant.askerId };
      const state = { state: 'asked' as const, confirmed: false, history: [asked], followed: 0, due: true };
      try {
        await Model.create({ _id: id, ...grant, ...state });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /**
     * Makes the move if the grant is still where it starts, with its history entry in the same write; null when it
     * has moved on. With `goodOn` only while its last day has not passed. Throws the driver's duplicate error when
     * the asker has another open or good grant over the file.
     */
    async move(
      id: string,
      entry: GrantEntry & { move: GrantMove },
      { set = {}, goodOn: day }: { set?: GrantChange; goodOn?: string } = {},
    ): Promise<StoredGrant | null> {
      const { from, to } = grantMoves[entry.move];
      const moved = await Model.findOneAndUpdate(
        { _id: id, state: { $in: [...from] }, ...(day && { until: { $gte: day } }) },
        { $set: { ...set, state: to, due: true }, $push: { history: entry } },
        { returnDocument: 'after' },
      ).lean();
      return moved && toGrant(moved);
    },

    /** Newest first, at most 200. */
    wanted(whose: GrantsWanted, states: readonly GrantState[]): Promise<StoredGrant[]> {
      const filter = 'scope' in whose ? scopeFilter(whose.scope) : whose;
      return list({ ...filter, state: { $in: [...states] } });
    },

    /** The good grants of one person in a street, on `day`. */
    goodOf: (askerId: string, streetId: string, day: string) => list({ askerId, streetId, ...goodOn(day) }),
    /** The good grants over one file that include `scope`, on `day`. */
    goodOver: (streetId: string, elderId: string, scope: GrantScopeName, day: string) =>
      list({ streetId, elderId, scopes: scope, ...goodOn(day) }),
    /** Who has a good grant on `day` over an elder of these communities; of the whole street when none is named. */
    async askersIn(streetId: string, communityIds: readonly string[], day: string): Promise<string[]> {
      const area = communityIds.length ? { communityId: { $in: [...communityIds] } } : {};
      const good: QueryFilter<unknown> = { streetId, ...area, ...goodOn(day) };
      return (await Model.distinct('askerId', good)) as string[];
    },
    /** Files to which a person has tied herself, or over which she has a good grant on `day`. */
    async filesOf(askerId: string, streetId: string, day: string): Promise<string[]> {
      const good: QueryFilter<unknown> = {
        ...{ streetId, askerId, state: 'active' },
        $or: [{ relation: 'self' }, { until: { $gte: day } }],
      };
      const found = await Model.find(good, { elderId: 1 }).lean();
      return found.flatMap(({ elderId }) => elderId ?? []);
    },
    countAsked: (askerId: string): Promise<number> => Model.countDocuments({ askerId, state: 'asked' }),

    /** Open and good grants follow an old person who moves to another community. */
    async followElder(streetId: string, elderId: string, communityId: string): Promise<void> {
      await Model.updateMany({ streetId, elderId, state: { $in: ['asked', 'active'] } }, { $set: { communityId } });
    },

    /** In which community the grants over these elders are asked for or hold; elders without one are left out. */
    async communitiesOf(streetId: string, elderIds: readonly string[]): Promise<Map<string, string>> {
      const found = await Model.find(
        { streetId, elderId: { $in: [...elderIds] }, state: { $in: ['asked', 'active'] } },
        { elderId: 1, communityId: 1 },
      ).lean();
      return new Map(found.map(({ elderId, communityId }) => [elderId!, communityId]));
    },

    /** Those whose last day was before `day`. */
    runOut: (day: string, limit: number) =>
      list(
        {
          until: { $lt: day },
          $or: [{ state: 'asked' }, { state: 'active', relation: { $ne: 'self' } }],
        },
        limit,
      ),
    /** Those with moves whose effects are still to come. */
    due: (limit: number) => list({ due: true }, limit),
    /** Writes down that the effects of all `count` entries are done, unless another move came meanwhile. */
    async setFollowed(id: string, count: number): Promise<void> {
      await Model.updateOne({ _id: id, history: { $size: count } }, { $set: { followed: count, due: false } });
    },
  };
}

export type GrantStore = ReturnType<typeof createGrantStore>;
