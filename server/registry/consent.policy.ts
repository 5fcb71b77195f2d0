import { Refusal } from '@wubian/shared/refusals.ts';
import type { ConsentGiver } from '@wubian/shared/registry/consents.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import type { Actor, Caller } from '../actor.ts';
import { needSecondFactor } from './grant.policy.ts';
import { reachOf } from './reach.ts';
import type { Room } from './room.ts';

/** In whose name a caller speaks about an elder's consents; null: she may only read them. */
export type ConsentVoice = Extract<ConsentGiver, 'elder' | 'guardian'> | 'staff' | null;

/**
 * Who may read a person's consents and who looked at her file: she, family with 'see', and staff who reach the file.
 * Who may speak: she, her lawful guardian, and staff who wrote down her word. Throws `elder_not_found` to all others.
 */
export async function whoReads(
  room: Pick<Room, 'elders' | 'grants' | 'now'>,
  caller: Caller,
  elderId: string,
): Promise<{ actor: Actor; voice: ConsentVoice }> {
  needSecondFactor(caller);
  if (caller.role === null) throw new Refusal('elder_not_found');
  const reach = await reachOf(room, caller, elderId);
  if (!reach?.scopes.includes('see')) throw new Refusal('elder_not_found');
  const voice =
    reach.ground === 'self'
      ? 'elder'
      : reach.ground === 'grant'
        ? reach.relation === 'guardian'
          ? 'guardian'
          : null
        : roleMay(caller.role, 'elder.write')
          ? 'staff'
          : null;
  return { actor: caller, voice };
}
