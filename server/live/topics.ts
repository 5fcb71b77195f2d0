import type { Role } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';
import { accountTopic, deskTopic } from './door.ts';

/** Who sits at a duty desk: of her communities, or of the whole street. */
const desks: Partial<Record<Role, 'communities' | 'street'>> = {
  gridWorker: 'communities',
  communityHead: 'communities',
  streetOffice: 'street',
};

/**
 * What a caller may hear. She is never asked: it follows from her role. A staff role hears of its desk only after the
 * second factor, as with every request.
 * @param communityIdsOf the communities of a street
 */
export async function topicsOf(
  caller: Caller,
  communityIdsOf: (streetId: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const own = [accountTopic(caller.accountId)];
  const desk = caller.role && caller.secondFactor ? desks[caller.role] : undefined;
  if (!caller.role || !desk) return own;
  const { streetId } = caller;
  const communityIds = desk === 'street' ? await communityIdsOf(streetId) : caller.communityIds;
  const communities = communityIds.map((communityId) => deskTopic(streetId, communityId));
  return desk === 'street' ? [...own, deskTopic(streetId), ...communities] : [...own, ...communities];
}
