import { dayOf } from '@wubian/shared/time.ts';
import type { Around } from './elder.presenter.ts';
import { namesFor } from './elder-names.ts';
import type { Room } from './room.ts';

/** The instant before which a file's last writing makes it stale, by the street's rule. */
export async function staleBefore({ streets, now }: Pick<Room, 'streets' | 'now'>, streetId: string): Promise<Date> {
  const before = new Date(now());
  before.setUTCMonth(before.getUTCMonth() - (await streets.parameter(streetId, 'staleAfterMonths')));
  return before;
}

/** What presenting files of a street needs: today, the street's list in force, names of the people given. */
export async function aroundOf(
  room: Pick<Room, 'streets' | 'accounts' | 'now'>,
  streetId: string,
  accountIds: readonly (string | null)[],
): Promise<Around> {
  const street = await room.streets.street(streetId);
  const day = dayOf(room.now());
  return {
    street,
    names: await namesFor(room.accounts, street, accountIds),
    day,
    listed: await room.streets.parameter(streetId, 'streetCategories', day),
    staleBefore: await staleBefore(room, streetId),
  };
}
