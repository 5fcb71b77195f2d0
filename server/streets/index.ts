import { defaultDeadlineRules } from '@wubian/shared/companion/deadlines.ts';
import type { Clock } from '../clock.ts';
import { createParameters } from './parameters.ts';
import type { Community, Estate, GeoPoint, Rules, Street, StreetStore } from './street.store.ts';

export type { ParameterHistory } from './parameter.store.ts';
export { createStreetStore } from './street.store.ts';
export type { Community, Estate, GeoPoint, Rules, Street };

/** The rules of a street that has set none. */
export const firstRules: Omit<Rules, 'from'> = {
  by: '系统',
  reason: '默认规定',
  autoOpenKinds: [],
  closedKinds: [],
  confirmAfterHours: defaultDeadlineRules.confirmAfterHours,
};

/** The version in force at an instant; versions are kept oldest first. */
export const rulesAt = (street: Street, at: Date): Rules =>
  street.rules.findLast((rules) => rules.from <= at) ?? { from: new Date(0), ...firstRules };

/** How long a street read is trusted; areas change a few times a year, and no permission hangs on them. */
const freshMs = 5_000;

/**
 * The tenants, beside the rooms because every room needs them. Reads are kept for a few seconds in this process;
 * a change made through it is seen at once.
 */
export function createStreets(store: StreetStore, now: Clock) {
  const kept = new Map<string, { street: Street; until: number }>();

  /** The street, or throws: an actor's street always exists. */
  async function street(id: string): Promise<Street> {
    const hit = kept.get(id);
    if (hit && hit.until > now().getTime()) return hit.street;
    const found = await store.byId(id);
    if (!found) throw new Error(`no street ${id}`);
    kept.set(id, { street: found, until: now().getTime() + freshMs });
    return found;
  }

  return {
    ...createParameters(store.parameters, now, freshMs),

    street,
    /** Null when there is no such street; for ids that a stranger typed. */
    find: (id: string): Promise<Street | null> => store.byId(id),
    all: (): Promise<Street[]> => store.all(),

    async save(changed: Street): Promise<void> {
      await store.save(changed);
      kept.delete(changed.id);
    },

    async rules(streetId: string): Promise<Rules> {
      return rulesAt(await street(streetId), now());
    },

    async setRules(streetId: string, rules: Omit<Rules, 'from'>): Promise<void> {
      await store.addRules(streetId, { ...rules, from: now() });
      kept.delete(streetId);
    },
  };
}

export type Streets = ReturnType<typeof createStreets>;

/** The community of a street, or undefined. */
export const communityOf = (street: Street, communityId: string): Community | undefined =>
  street.communities.find((community) => community.id === communityId);

/** The estate with the community that it lies in, or undefined. */
export function estateOf(street: Street, estateId: string): { estate: Estate; community: Community } | undefined {
  for (const community of street.communities) {
    const estate = community.estates.find(({ id }) => id === estateId);
    if (estate) return { estate, community };
  }
  return undefined;
}

/** Metres between two points on the sphere (haversine), rounded. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return Math.round(2 * 6_371_008 * Math.asin(Math.sqrt(h)));
}
