import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { showVolunteers } from './show-volunteers.ts';

/** What the street knows of a volunteer, for herself. */
export const myVolunteering =
  (deps: Deps): Handler<typeof companion.myVolunteering> =>
  async (actor) => {
    const [mine] = await showVolunteers(deps, actor.streetId, [actor], 'herself');
    return mine!;
  };

/** Sets the estate that she starts from, or clears it; it only orders her list and is shown to nobody. */
export const setMyPoint =
  (deps: Deps): Handler<typeof companion.setMyPoint> =>
  async (actor, { estateId }) => {
    const { communities } = await deps.streets.street(actor.streetId);
    const isHers = communities.some(
      ({ id, estates }) => actor.communityIds.includes(id) && estates.some((estate) => estate.id === estateId),
    );
    if (estateId !== null && !isHers) throw new Refusal('area_unknown');
    await deps.volunteers.setPoint(actor.streetId, actor.accountId, estateId);
    const [mine] = await showVolunteers(deps, actor.streetId, [actor], 'herself');
    return mine!;
  };

/** The estates of her communities, to choose a starting point from. */
export const listMyEstates =
  (deps: Deps): Handler<typeof companion.volunteerEstates> =>
  async (actor) => {
    const { communities } = await deps.streets.street(actor.streetId);
    return {
      items: communities
        .filter(({ id }) => actor.communityIds.includes(id))
        .flatMap(({ name, estates }) =>
          estates.map((estate) => ({ id: estate.id, name: estate.name, communityName: name })),
        ),
    };
  };
