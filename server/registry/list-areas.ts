import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { isInScope, scopeOf } from './scope.ts';

/** Communities, grids and estates that the caller reaches, each with the workers who may answer for its elders. */
export const listAreas =
  ({ streets, accounts }: Room): Handler<typeof registry.areas> =>
  async (actor) => {
    const { id: streetId, communities } = await streets.street(actor.streetId);
    const scope = scopeOf(actor);
    const reached = communities.filter(({ id }) => isInScope(scope, { streetId, communityId: id }));
    const held = await accounts.holders(streetId, ['gridWorker', 'communityHead']);
    const people = await accounts.people([...new Set(held.map(({ accountId }) => accountId))]);
    const workersOf = (communityId: string) => [
      ...new Set(
        held.filter(({ communityIds }) => communityIds.includes(communityId)).map(({ accountId }) => accountId),
      ),
    ];
    return {
      communities: reached.map(({ id, name, grids, estates }) => ({
        id,
        name,
        grids,
        estates,
        workers: workersOf(id).map((accountId) => ({ accountId, name: people.get(accountId)?.name ?? '' })),
      })),
    };
  };
