import { badField } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import { isId } from '../store/ids.ts';
import type { Street } from '../streets/index.ts';
import { type Place, readCursor, writeCursor } from './cursor.ts';
import { estatesByDistance, pointOf } from './near.ts';
import type { OpenRow, OpenTasksStore, Taker } from './open-tasks.store.ts';
import { type Profile, validOn } from './volunteer.store.ts';

/** Estates asked for together once the nearest one did not fill the page. */
const chunk = 16;

/** Where a list broke off: among her own elders, at an estate, or in time order. */
type Stage = 'own' | 'estate' | 'time';
interface Start {
  stage: Stage;
  place: Place;
  estateId: string;
}

function readStart(cursor: string): Start {
  const [stage, ms, id, estateId] = readCursor(cursor, 4) as [string, string, string, string];
  const isStage = stage === 'own' || stage === 'estate' || stage === 'time';
  if (!isStage || !/^\d{1,15}$/.test(ms) || !isId(id) || !isId(estateId)) {
    throw badField('cursor', '翻页位置不对，请从第一页看起');
  }
  return { stage, place: { at: new Date(Number(ms)), id }, estateId };
}

/** What of a volunteer decides which tasks she is offered. */
export const takerOf = (actor: Actor, profile: Profile, kin: readonly string[], now: Date): Taker => ({
  streetId: actor.streetId,
  communityIds: actor.communityIds,
  qualifications: validOn(dayOf(now), profile),
  kin,
  own: profile.ownElderIds,
  now,
});

export interface OpenPage {
  rows: OpenRow[];
  /** How many of the rows are tasks of her own elders; they come first. */
  ownCount: number;
  next: string | null;
}

/**
 * One page of open tasks for a volunteer: those of her own elders by window, then the others from the nearest estate
 * outwards, or by window when she has set no starting point. Asks the database as seldom as it can.
 */
export async function openPage(
  store: OpenTasksStore,
  taker: Taker,
  street: Street,
  startId: string | null,
  limit: number,
  cursor?: string,
): Promise<OpenPage> {
  const start = cursor === undefined ? null : readStart(cursor);
  const need = limit + 1;
  const wantsOwn = taker.own.length > 0 && (start === null || start.stage === 'own');
  const own = wantsOwn ? await store.ofOwn(taker, need, start?.place) : [];
  const byDistance = pointOf(street, startId) !== null;
  const others = own.length < need ? await restOf(need - own.length) : [];

  async function restOf(want: number): Promise<OpenRow[]> {
    if (!byDistance) return store.byTime(taker, want, start?.stage === 'time' ? start.place : undefined);
    const estates = estatesByDistance(street, taker.communityIds, startId).map(({ id }) => id);
    const resumed = start?.stage === 'estate' ? Math.max(estates.indexOf(start.estateId), 0) : 0;
    const first = estates[resumed];
    if (first === undefined) return [];
    const rows = await store.atEstate(taker, first, want, start?.stage === 'estate' ? start.place : undefined);
    for (let at = resumed + 1; rows.length < want && at < estates.length; at += chunk) {
      rows.push(...(await store.atEstates(taker, estates.slice(at, at + chunk), want - rows.length)));
    }
    return rows;
  }

  const found = [...own, ...others];
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || !last) return { rows, ownCount: Math.min(own.length, limit), next: null };
  const stage: Stage = rows.length <= own.length ? 'own' : byDistance ? 'estate' : 'time';
  const { at, id } = last.place();
  return {
    rows,
    ownCount: Math.min(own.length, limit),
    next: writeCursor(stage, at.getTime(), id, last.estateId),
  };
}
