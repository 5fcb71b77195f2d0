import type { DutySwap } from '@wubian/shared/response/roster/schema.ts';
import type * as z from 'zod';
import { communityOf } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import { leaderPlace } from './find-holes.ts';
import { namesOf, staffOf } from './people.ts';
import type { StoredSwap } from './stored.ts';

/** Offers as one person sees them, with what she may do about each. */
export async function presentSwaps(
  deps: Deps,
  streetId: string,
  viewer: string,
  swaps: readonly StoredSwap[],
): Promise<z.output<typeof DutySwap>[]> {
  if (swaps.length === 0) return [];
  const ids = swaps.flatMap(({ by, only, takenBy }) => [by, only, takenBy]).filter((id) => id !== null);
  const [street, staff, nameOf] = await Promise.all([
    deps.streets.street(streetId),
    staffOf(deps, streetId),
    namesOf(deps, ids),
  ]);
  const now = deps.clock();
  const who = (accountId: string | null) => (accountId === null ? null : { accountId, name: nameOf(accountId) });
  return swaps.map((swap) => {
    const { _id: id, postId, communityId, by, only, words } = swap;
    const state = swap.state === 'open' && swap.from <= now ? ('expired' as const) : swap.state;
    const mayTake = by !== viewer && (only === null || only === viewer) && staff.roleIn(viewer, communityId) !== null;
    const can = [...(mayTake ? (['take'] as const) : []), ...(by === viewer ? (['withdraw'] as const) : [])];
    return {
      ...{ id, postId, communityId, state, words },
      communityName: communityId === null ? leaderPlace : (communityOf(street, communityId)?.name ?? ''),
      ...{ from: swap.from.toISOString(), to: swap.to.toISOString() },
      ...{ by: who(by)!, only: who(only), takenBy: who(swap.takenBy) },
      can: state === 'open' ? can : [],
    };
  });
}
