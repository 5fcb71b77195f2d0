import { Refusal } from '@wubian/shared/refusals.ts';
import { communityOf, type Street } from '../streets/index.ts';
import type { Facts } from './elder-seal.ts';
import { isInScope, type Scope } from './scope.ts';

/**
 * Throws `area_unknown` unless community, estate and grid belong together, in this street and in the writer's scope:
 * a worker neither makes files in other communities nor sends them there.
 */
export function checkAreas(street: Street, scope: Scope, { communityId, estateId, gridId }: Facts['address']): void {
  const community = communityOf(street, communityId);
  const holds =
    community?.estates.some(({ id }) => id === estateId) &&
    (gridId === null || community.grids.some(({ id }) => id === gridId)) &&
    isInScope(scope, { streetId: street.id, communityId });
  if (!holds) throw new Refusal('area_unknown');
}
