import type { MergeRoom as Room } from './merging.ts';
import type { FoundPair } from './twin.store.ts';
import { type TwinFacts, twinReasonsOf } from './twin-match.ts';

type Parts = Pick<Room, 'twins' | 'streets' | 'now'>;

const batch = 200;
/** Files written this shortly ago are looked at again, since a slower writer may still set an earlier instant. */
const overlapMs = 60_000;

/** The files that may be the same person's as this one, with the reasons. */
export async function pairsOf(
  { twins }: Pick<Room, 'twins'>,
  streetId: string,
  facts: TwinFacts,
): Promise<FoundPair[]> {
  const alike = await twins.alike(streetId, facts);
  return alike.flatMap((other) => {
    const reasons = twinReasonsOf(facts, other);
    return reasons.length
      ? [
          {
            ids: [facts.id, other.id],
            communityIds: [facts.communityId, other.communityId],
            reasons,
          } satisfies FoundPair,
        ]
      : [];
  });
}

async function walk({ twins, now }: Parts, streetId: string): Promise<number> {
  const last = await twins.place(streetId);
  const isFresh = last !== null && now().getTime() - last.at.getTime() < 2 * overlapMs;
  let place = isFresh ? { at: new Date(last.at.getTime() - overlapMs), id: '' } : (last ?? { at: new Date(0), id: '' });
  for (let seen = 0; ; ) {
    const files = await twins.writtenAfter(streetId, place, batch);
    for (const { facts, isClosed } of files) {
      const pairs = isClosed ? [] : await pairsOf({ twins }, streetId, facts);
      await twins.setFound(streetId, facts.id, pairs, now());
    }
    seen += files.length;
    const end = files.at(-1);
    if (end) {
      place = { at: end.at, id: end.facts.id };
      await twins.setPlace(streetId, place);
    }
    if (files.length < batch) return seen;
  }
}

/**
 * For the jobs: looks at every file written since the last time for others that may be the same person's; each costs
 * three lookups, however many files there are. Answers how many were looked at. Safe to repeat and to run twice at once.
 */
export const findTwins = (parts: Parts) => async (): Promise<number> => {
  let seen = 0;
  for (const { id } of await parts.streets.all()) seen += await walk(parts, id);
  return seen;
};
