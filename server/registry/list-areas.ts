import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { isInScope, scopeOf } from './scope.ts';

/** Communities, grids and estates that the caller reaches. */
export const listAreas =
  ({ streets }: Room): Handler<typeof registry.areas> =>
  async (actor) => {
    const { id: streetId, communities } = await streets.street(actor.streetId);
    const scope = scopeOf(actor);
    return {
      communities: communities
        .filter(({ id }) => isInScope(scope, { streetId, communityId: id }))
        .map(({ id, name, grids, estates }) => ({ id, name, grids, estates })),
    };
  };
