import { Refusal } from '@wubian/shared/refusals.ts';
import { grantMoves } from '@wubian/shared/registry/grant-lifecycle.ts';
import { roleMay, roles } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';
import type { StoredGrant } from './grant.store.ts';
import { isInScope, type Scope, scopeOf } from './scope.ts';

export const isAsker = (caller: Caller, grant: StoredGrant): boolean => grant.askerId === caller.accountId;

/** The old person herself, in her own role. */
export const isHer = (caller: Caller, { streetId, elderId }: StoredGrant): boolean =>
  caller.role === 'resident' && caller.streetId === streetId && elderId !== null && caller.elderId === elderId;

/** The area in which the caller, as staff, may witness an old person's wish; null for everybody else. */
export const witnessScope = (caller: Caller): Scope | null =>
  caller.role && roleMay(caller.role, 'grant.witness') ? scopeOf(caller) : null;

/** Staff of the very community. */
function isWitness(caller: Caller, grant: StoredGrant): boolean {
  const scope = witnessScope(caller);
  return scope !== null && isInScope(scope, grant);
}

export const maySee = (caller: Caller, grant: StoredGrant): boolean =>
  isAsker(caller, grant) || isHer(caller, grant) || isWitness(caller, grant);

/** Nobody answers her own asking; that somebody is the old person herself, only staff can say. */
export const mayAnswer = (caller: Caller, grant: StoredGrant): boolean =>
  !isAsker(caller, grant) && (isWitness(caller, grant) || (isHer(caller, grant) && grant.relation !== 'self'));

/** The asker may withdraw at any time, the others take back what is good. */
export const mayEnd = (caller: Caller, grant: StoredGrant): boolean =>
  isAsker(caller, grant) || (grant.confirmed && (isHer(caller, grant) || isWitness(caller, grant)));

/** What the caller can do with the grant as it stands on `day`. */
export const canDo = (caller: Caller, grant: StoredGrant, stateNow: StoredGrant['state']) => ({
  answer: grantMoves.confirm.from.some((from) => from === stateNow) && mayAnswer(caller, grant),
  end: grantMoves.end.from.some((from) => from === stateNow) && mayEnd(caller, grant),
});

/** Endpoints open to anyone signed in do not ask staff for the second factor at the door; this room does. */
export function needSecondFactor(caller: Caller): void {
  if (caller.role && roles[caller.role].staff && !caller.secondFactor) throw new Refusal('second_factor_needed');
}
