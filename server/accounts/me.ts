import type { Me as MeOnWire } from '@wubian/shared/accounts/contract.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type * as z from 'zod';
import type { Caller } from '../actor.ts';
import { communityOf, type Street } from '../streets/index.ts';
import type { StoredAccount } from './account.store.ts';
import type { HeldRole } from './door.ts';
import type { Room } from './room.ts';

type Me = z.output<typeof MeOnWire>;

/** A role as its holder and her street see it. */
export function presentAssignment(held: HeldRole, street: Street): Me['assignments'][number] {
  const known = held.communityIds.map((id) => communityOf(street, id)).filter((community) => community !== undefined);
  return {
    id: held.assignmentId,
    role: held.role,
    label: roles[held.role].label,
    streetId: street.id,
    streetName: street.name,
    communities: known.map(({ id, name }) => ({ id, name })),
    elderId: held.elderId,
    state: held.state,
  };
}

function secondFactorOf(account: StoredAccount, active: HeldRole | undefined, passed: boolean): Me['secondFactor'] {
  if (!active || !roles[active.role].staff) return 'notNeeded';
  if (passed) return 'passed';
  return account.secondFactorSet ? 'needed' : 'notSet';
}

/** What the session stands at: its role, and whether the second factor was passed. */
export interface Standing {
  assignmentId: string | null;
  secondFactor: boolean;
}

/** Where a caller's session stands. */
export const standingOf = (caller: Caller): Standing => ({
  assignmentId: caller.role ? caller.assignmentId : null,
  secondFactor: caller.secondFactor,
});

/** Who is signed in, as what, and what else she could be. */
export async function meOf(
  { accounts, assignments, streets, demo }: Pick<Room, 'accounts' | 'assignments' | 'streets' | 'demo'>,
  accountId: string,
  { assignmentId, secondFactor }: Standing,
): Promise<Me> {
  const [account, held] = await Promise.all([accounts.byId(accountId), assignments.heldBy(accountId)]);
  if (!account) throw new Refusal('session_expired');
  const shown = await Promise.all(
    held.map(async (role) => presentAssignment(role, await streets.street(role.streetId))),
  );
  const active = held.find((role) => role.assignmentId === assignmentId && role.state === 'active');
  return {
    accountId,
    name: account.name,
    phoneMasked: account.phone && maskPhone(account.phone),
    active: shown.find(({ id }) => id === active?.assignmentId) ?? null,
    assignments: shown,
    secondFactor: secondFactorOf(account, active, secondFactor),
    demo,
  };
}
