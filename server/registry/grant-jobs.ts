import { dayOf } from '@wubian/shared/time.ts';
import { followGrant, followNow } from './follow-grant.ts';
import type { Room } from './room.ts';

/** How many grants one round takes, so that a job stays short. */
const batch = 100;

/**
 * Writes down as expired what ran out before today, and tells those concerned; answers how many. What has run out is
 * treated as expired from its day on, whenever this runs.
 */
export const expireGrants = (room: Room) => async (): Promise<number> => {
  let expired = 0;
  for (;;) {
    const found = await room.grants.runOut(dayOf(room.now()), batch);
    for (const { id } of found) {
      const moved = await room.grants.move(id, { move: 'expire', at: room.now(), by: 'rule' });
      if (!moved) continue;
      expired += 1;
      await followNow(room, moved);
    }
    if (found.length < batch) return expired;
  }
};

/** Brings about what a crash left undone after a move; answers how many grants were seen to. */
export const followGrants = (room: Room) => async (): Promise<number> => {
  const due = await room.grants.due(batch);
  for (const grant of due) await followGrant(room, grant);
  return due.length;
};
