import { type Estate, type GeoPoint, metresBetween, type Street } from '../streets/index.ts';

/** An estate of a volunteer's area, with how far it is from where she starts. */
export interface NearEstate {
  id: string;
  name: string;
  communityName: string;
  /** Null when she has set no starting point or the estate has no point. */
  metres: number | null;
}

const far = Number.POSITIVE_INFINITY;
/** Sorting an area is the same for every page of a list; a street is kept for seconds, and so is this. */
const kept = new WeakMap<Street, Map<string, NearEstate[]>>();

export const metresFrom = (start: GeoPoint | null, estate: Pick<Estate, 'point'>): number | null =>
  start && estate.point ? metresBetween(start, estate.point) : null;

/** The point of an estate of the street, or null. */
export function pointOf(street: Street, estateId: string | null): GeoPoint | null {
  for (const { estates } of street.communities) {
    const found = estates.find(({ id }) => id === estateId);
    if (found) return found.point;
  }
  return null;
}

/** The estates of some communities, the nearest to the starting estate first; those without a point come last. */
export function estatesByDistance(
  street: Street,
  communityIds: readonly string[],
  startId: string | null,
): NearEstate[] {
  const key = [startId, ...communityIds].join(' ');
  const ofStreet = kept.get(street) ?? new Map<string, NearEstate[]>();
  kept.set(street, ofStreet);
  const hit = ofStreet.get(key);
  if (hit) return hit;
  const start = pointOf(street, startId);
  const ranked = street.communities
    .filter(({ id }) => communityIds.includes(id))
    .flatMap(({ name: communityName, estates }) =>
      estates.map((estate) => ({ id: estate.id, name: estate.name, communityName, metres: metresFrom(start, estate) })),
    )
    .sort((a, b) => (a.metres ?? far) - (b.metres ?? far) || 0);
  ofStreet.set(key, ranked);
  return ranked;
}
