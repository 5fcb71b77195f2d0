import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { grantStateOn } from '@wubian/shared/registry/grant-lifecycle.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Caller } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { followNow } from './follow-grant.ts';
import { mayEnd, maySee, needSecondFactor } from './grant.policy.ts';
import { presentGrant } from './grant.presenter.ts';
import type { StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';

const endedBy = (grant: StoredGrant | null, caller: Caller): grant is StoredGrant =>
  grant?.state === 'ended' && grant.history.at(-1)?.by === caller.accountId;

/** Takes a grant back, or withdraws an asking: at once, by the old person, her family member, or staff. */
export const endGrant =
  (room: Room): Handler<typeof registry.endGrant> =>
  async (caller, { grantId, note }) => {
    needSecondFactor(caller);
    const { grants, now } = room;
    const grant = await grants.byId(grantId);
    if (!grant || !maySee(caller, grant)) throw new Refusal('grant_not_found');
    if (!mayEnd(caller, grant)) throw new Refusal('not_allowed');
    if (endedBy(grant, caller)) return presentGrant(room, caller, grant);
    if (grantStateOn(grant, dayOf(now())) === 'expired') throw new Refusal('grant_moved_on');

    const entry = { move: 'end' as const, at: now(), by: caller.accountId };
    const moved = await grants.move(grantId, entry, { set: note ? { note } : {} });
    if (moved) await followNow(room, moved);
    const current = moved ?? (await grants.byId(grantId));
    if (!endedBy(current, caller)) throw new Refusal('grant_moved_on');
    return presentGrant(room, caller, current);
  };
