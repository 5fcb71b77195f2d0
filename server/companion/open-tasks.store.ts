import type { Qualification } from '@wubian/shared/companion/kinds.ts';
import type { Filter } from 'mongodb';
import { type Connection, mongo } from 'mongoose';
import { rawOf } from '../store/raw.ts';
import type { Place } from './cursor.ts';
import type { StoredTask } from './stored-task.ts';

/** What of a volunteer decides which open tasks she may take. */
export interface Taker {
  streetId: string;
  communityIds: readonly string[];
  qualifications: readonly Qualification[];
  /** Elders of her own family: never offered. */
  kin: readonly string[];
  /** Elders she is paired with: listed apart, before the others. */
  own: readonly string[];
  now: Date;
}

/** A card as the database sent it, with the few facts that the list's order needs. */
export interface OpenRow {
  raw: Uint8Array;
  estateId: string;
  place: () => Place;
}

/** The fields of a card, and nothing else. */
const card = {
  kind: 1,
  kindLabel: 1,
  part: 1,
  needs: 1,
  windowFrom: 1,
  windowTo: 1,
  estateId: 1,
  communityId: 1,
  elderMasked: 1,
  bring: 1,
  again: 1,
} as const;

/** Cards that one query of several estates may bring before it is split. */
const mostAtOnce = 200;

const after = (place: Place | undefined): Filter<StoredTask> =>
  place
    ? {
        windowFrom: { $gte: place.at },
        $or: [{ windowFrom: { $gt: place.at } }, { windowFrom: place.at, _id: { $gt: place.id } }],
      }
    : {};

function open(taker: Taker, elderId: object): Filter<StoredTask> {
  return {
    streetId: taker.streetId,
    status: 'open',
    communityId: { $in: [...taker.communityIds] },
    windowTo: { $gt: taker.now },
    needs: { $not: { $elemMatch: { $nin: [...taker.qualifications] } } },
    elderId,
  };
}

const others = (taker: Taker) => ({ $nin: [...taker.kin, ...taker.own] });

function toRow(raw: Uint8Array): OpenRow {
  const { _id, estateId, windowFrom } = mongo.BSON.deserialize(raw) as Pick<
    StoredTask,
    '_id' | 'estateId' | 'windowFrom'
  >;
  return { raw, estateId, place: () => ({ at: windowFrom, id: _id }) };
}

/** Cards of one estate are opened only where the list breaks off. */
const ofEstate =
  (estateId: string) =>
  (raw: Uint8Array): OpenRow => ({ raw, estateId, place: () => toRow(raw).place() });

export function createOpenTasksStore(db: Connection) {
  const raw = rawOf<StoredTask>(db, 'tasks');

  const find = (filter: Filter<StoredTask>, hint: string, limit: number): Promise<Uint8Array[]> =>
    raw
      .find(filter, { projection: card, raw: true })
      .sort({ windowFrom: 1, _id: 1 })
      .hint(hint)
      .limit(limit)
      .toArray() as unknown as Promise<Uint8Array[]>;

  async function atEstate(taker: Taker, estateId: string, limit: number, place?: Place): Promise<OpenRow[]> {
    const found = await find({ ...open(taker, others(taker)), estateId, ...after(place) }, 'open_by_estate', limit);
    return found.map(ofEstate(estateId));
  }

  /**
   * Cards of several estates in the order given, then by window. One query if few lie there; where many do, the first
   * half is asked alone, so that an answer never carries much more than a page.
   */
  async function atEstates(taker: Taker, estateIds: readonly string[], limit: number): Promise<OpenRow[]> {
    const [only] = estateIds;
    if (only === undefined) return [];
    if (estateIds.length === 1) return atEstate(taker, only, limit);
    const found = await find(
      { ...open(taker, others(taker)), estateId: { $in: [...estateIds] } },
      'open_by_estate',
      mostAtOnce,
    );
    if (found.length < mostAtOnce) {
      const rank = new Map(estateIds.map((id, index) => [id, index]));
      // The sort is stable and the rows come by window, so the estates' order is all that is left to bring in.
      const rows = found.map(toRow).sort((a, b) => rank.get(a.estateId)! - rank.get(b.estateId)!);
      return rows.slice(0, limit);
    }
    const half = Math.ceil(estateIds.length / 2);
    const first = await atEstates(taker, estateIds.slice(0, half), limit);
    if (first.length >= limit) return first;
    return [...first, ...(await atEstates(taker, estateIds.slice(half), limit - first.length))];
  }

  return {
    atEstate,
    atEstates,

    /** Cards of the elders that she is paired with, by window. */
    async ofOwn(taker: Taker, limit: number, place?: Place): Promise<OpenRow[]> {
      const elders = { $in: taker.own.filter((id) => !taker.kin.includes(id)) };
      return (await find({ ...open(taker, elders), ...after(place) }, 'by_elder', limit)).map(toRow);
    },

    /** Cards of her whole area by window, for a volunteer who has set no starting point. */
    byTime: async (taker: Taker, limit: number, place?: Place): Promise<OpenRow[]> =>
      (await find({ ...open(taker, others(taker)), ...after(place) }, 'open_by_time', limit)).map(toRow),

    /** The id of the soonest card among these, or null. */
    idOf: (row: OpenRow | undefined): string | null => row?.place().id ?? null,
  };
}

export type OpenTasksStore = ReturnType<typeof createOpenTasksStore>;
