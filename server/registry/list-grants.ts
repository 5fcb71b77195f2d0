import type { registry } from '@wubian/shared/registry/contract.ts';
import { type GrantState, grantStateOn } from '@wubian/shared/registry/grant-lifecycle.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Caller } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { needSecondFactor, witnessScope } from './grant.policy.ts';
import { presentGrants } from './grant.presenter.ts';
import type { GrantsWanted } from './grant.store.ts';
import type { Room } from './room.ts';

/** Whose grants a caller sees: staff those of her area, an old person those over her file, others their own. */
function whose(caller: Caller): GrantsWanted {
  const scope = witnessScope(caller);
  if (scope) return { scope };
  if (caller.role === 'resident' && caller.elderId) return { streetId: caller.streetId, elderId: caller.elderId };
  return { askerId: caller.accountId };
}

/** What is stored under each word of the list; what has run out is told apart by its last day. */
const stored: Record<'asked' | 'active' | 'past', readonly GrantState[]> = {
  asked: ['asked'],
  active: ['active'],
  past: ['asked', 'active', 'refused', 'ended', 'expired'],
};

/** Grants, newest first. */
export const listGrants =
  (room: Room): Handler<typeof registry.listGrants> =>
  async (caller, { state }) => {
    needSecondFactor(caller);
    const day = dayOf(room.now());
    const grants = await room.grants.wanted(whose(caller), stored[state ?? 'past']);
    const shown = grants.filter((grant) => {
      const is = grantStateOn(grant, day);
      return state === undefined || (state === 'past' ? is !== 'asked' && is !== 'active' : is === state);
    });
    return { items: await presentGrants(room, caller, shown) };
  };
