import type { EventKind } from '@wubian/shared/bedside/risk-events.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { riskEventModel } from './risk-event.model.ts';

export interface NewRiskEvent {
  id: string;
  streetId: string;
  elderId: string;
  kind: EventKind;
  /** YYYY-MM-DD */
  day: string;
  words: string;
  by: string;
  at: Date;
}

export interface StoredRiskEvent extends NewRiskEvent {
  print: string;
  asks: boolean;
  followed: boolean;
}

/** A place in a list by day. */
export interface DayPlace {
  day: string;
  id: string;
}

/** Enough for a year of one fall a day. */
const mostOfOne = 400;

/** The log of what befell the old people between assessments; only ever added to. */
export function createRiskEventStore(db: Connection, cipher: FieldCipher) {
  const Model = riskEventModel(db);
  const place = (id: string) => ({ collection: 'riskEvents', field: 'sealed', id });

  const many = (filter: QueryFilter<unknown>) => Model.find(filter).sort({ day: -1, _id: -1 }).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];
  const open = ({ _id, sealed, ...found }: Found): StoredRiskEvent => {
    const id = _id as string;
    return { ...found, id, ...JSON.parse(cipher.open(sealed, place(id))) };
  };

  return {
    /** The keyed hash of what was sent. */
    printOf: (sent: unknown): string => cipher.indexOf('riskEvents.print', JSON.stringify(sent)),

    /** False when the id is taken. */
    async add({ id, kind, words, ...given }: NewRiskEvent, print: string): Promise<boolean> {
      const sealed = cipher.seal(JSON.stringify({ kind, words }), place(id));
      try {
        await Model.create({ _id: id, ...given, sealed, print, asks: false, followed: false });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async byId(streetId: string, id: string): Promise<StoredRiskEvent | null> {
      const found = await Model.findById(id).lean();
      return found && found.streetId === streetId ? open(found) : null;
    },

    /** Newest by day first. */
    async ofElders(streetId: string, elderIds: readonly string[]): Promise<StoredRiskEvent[]> {
      const found = many({ streetId, elderId: { $in: [...elderIds] } });
      return (await found.limit(mostOfOne * Math.max(elderIds.length, 1))).map(open);
    },

    /** Newest by day first, after the place. */
    async page(streetId: string, elderId: string, limit: number, after?: DayPlace): Promise<StoredRiskEvent[]> {
      const on = after && { $or: [{ day: { $lt: after.day } }, { day: after.day, _id: { $lt: after.id } }] };
      return (await many({ streetId, elderId, ...on }).limit(limit)).map(open);
    },

    /** The events that put somebody on the list of those due, oldest first, after the place. */
    asking: async (streetId: string, limit: number, after?: DayPlace): Promise<(DayPlace & { elderId: string })[]> => {
      const on = after && { $or: [{ day: { $gt: after.day } }, { day: after.day, _id: { $gt: after.id } }] };
      const found = await Model.find({ streetId, asks: true, ...on }, { day: 1, elderId: 1 })
        .sort({ day: 1, _id: 1 })
        .limit(limit)
        .lean();
      return found.map(({ _id, day, elderId }) => ({ id: _id as string, day, elderId }));
    },

    toFollow: (limit: number): Promise<{ streetId: string; elderId: string }[]> =>
      Model.find({ followed: false }, { _id: 0, streetId: 1, elderId: 1 }).limit(limit).lean(),

    /** Writes down which of these events asks for an assessment (none: null), and that this is seen to. */
    async setAsking(events: readonly StoredRiskEvent[], asking: string | null): Promise<void> {
      for (const { id, asks, followed } of events)
        if (asks !== (id === asking) || !followed)
          await Model.updateOne({ _id: id }, { $set: { asks: id === asking, followed: true } });
    },
  };
}

export type RiskEventStore = ReturnType<typeof createRiskEventStore>;
