import { categoryViews } from '@wubian/shared/registry/categories.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Around } from './elder.presenter.ts';
import { namesFor } from './elder-names.ts';
import type { Room } from './room.ts';

/** Files not written for so many months are stale (domain.md §10c, assumed there). */
const staleMonths = 6;

/** The instant before which a file's last writing makes it stale. */
export function staleBefore(now: Date): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - staleMonths);
  return before;
}

/** What presenting files of a street needs: today, the street's list in force, names of the people given. */
export async function aroundOf(
  { streets, accounts, now }: Pick<Room, 'streets' | 'accounts' | 'now'>,
  streetId: string,
  accountIds: readonly (string | null)[],
): Promise<Around> {
  const street = await streets.street(streetId);
  const at = now();
  return {
    street,
    names: await namesFor(accounts, street, accountIds),
    day: dayOf(at),
    listed: categoryViews.streetSix.keys,
    staleBefore: staleBefore(at),
  };
}
