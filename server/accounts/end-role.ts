import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/**
 * Ends a role of someone in the street: her next request is without it. Nobody ends her own, so that a street is never
 * left without anyone who can give roles. While elders, requests, keys or alerts would be without anybody it is refused
 * with their counts (domain.md §10b 44). A repeat changes nothing. Throws `not_found`, `not_allowed`, `handover_needed`.
 */
export const endRole =
  ({ assignments, now, who, leftBehind }: Room): Handler<typeof contract.endRole> =>
  async (actor, { assignmentId, reason }) => {
    const held = await assignments.inStreet(actor.streetId, assignmentId);
    if (!held) throw new Refusal('not_found');
    if (held.accountId === actor.accountId) throw new Refusal('not_allowed');
    if (held.state === 'active') {
      const left = Object.assign({}, ...(await Promise.all(leftBehind.map((ask) => ask(held))))) as Record<
        string,
        number
      >;
      if (Object.keys(left).length) throw new Refusal('handover_needed', { data: left });
    }
    await assignments.end(assignmentId, { at: now(), by: actor.accountId, what: 'ended', reason });
    who.forget();
    return { done: true };
  };
