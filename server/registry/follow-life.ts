import { Refusal } from '@wubian/shared/refusals.ts';
import { isGone } from '@wubian/shared/registry/life.ts';
import { replayLife } from '@wubian/shared/registry/life-replay.ts';
import { idOf } from './derived-id.ts';
import type { LifeNow } from './door.ts';
import type { StoredLife } from './life.store.ts';
import type { Room } from './room.ts';
import type { Scope } from './scope.ts';
import { tellStaff } from './tell-life.ts';

export const lifeNow = ({ id, name, streetId, communityId, status, statusUntil }: StoredLife): LifeNow => ({
  ...{ streetId, elderId: id, elderName: name, communityId, status, until: statusUntil },
});

/** The roles that a death ends are remembered first: a crash between loses none. */
async function endOwnRoles({ accounts, life }: Room, file: StoredLife, by: string): Promise<void> {
  const held = await accounts.residentsOf(file.streetId, file.id);
  if (held.length === 0) return;
  await life.keepRoles(
    file,
    held.map(({ accountId, communityIds }) => ({ accountId, communityIds })),
  );
  for (const { assignmentId } of held) await accounts.end(assignmentId, by, 'file closed');
}

async function giveRolesBack({ accounts, life }: Room, file: StoredLife, by: string): Promise<void> {
  if (file.endedRoles.length === 0) return;
  const undo = file.entries.findLast(({ act }) => act === 'undo')?.id ?? file.id;
  for (const { accountId, communityIds } of file.endedRoles) {
    const assignmentId = idOf('role after undo', undo, accountId);
    const role = { role: 'resident' as const, communityIds: [...communityIds], elderId: file.id };
    try {
      await accounts.give({ assignmentId, accountId, streetId: file.streetId, ...role }, by);
    } catch (error) {
      // She has been tied to her file anew meanwhile.
      if (!(error instanceof Refusal && error.code === 'role_already_held')) throw error;
    }
  }
  await life.keepRoles(file, []);
}

/**
 * Brings about what follows from the entries not yet followed. What was said is told entry by entry; what is stopped
 * or given back follows from how the life stands now, so that a move already taken back stops nothing. Safe to repeat
 * and to run twice at once.
 */
export async function followLife(room: Room, file: StoredLife): Promise<void> {
  const last = file.entries.at(-1);
  // A merge or an erasure closes a file by its own rules.
  if (last && file.status === replayLife(file.entries).status) {
    if (isGone(file.status)) await endOwnRoles(room, file, last.by);
    else await giveRolesBack(room, file, last.by);
    for (const follower of room.lifeFollowers) await follower.follow(lifeNow(file), idOf(file.id, last.id));
    for (const entry of file.entries.slice(file.followed)) await tellStaff(room, file, entry);
  }
  await room.life.setFollowed(file);
}

/** As `followLife`, right after a write: the entry stands whatever happens here, and the job follows it later. */
export async function followLifeNow(room: Room, scope: Scope, elderId: string): Promise<void> {
  try {
    const file = await room.life.byId(scope, elderId);
    if (file) await followLife(room, file);
  } catch (err) {
    room.log.error({ err, elderId }, 'effects of a life move are left to the job');
  }
}
