import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { communitiesOf } from './list-queue.ts';
import { showVolunteers } from './show-volunteers.ts';

/** The volunteers of a worker's communities. */
export const listVolunteers =
  (deps: Deps): Handler<typeof companion.volunteers> =>
  async (actor, { communityId }) => {
    const street = await deps.streets.street(actor.streetId);
    const reach = communitiesOf(actor, street, communityId);
    const holders = await deps.accounts.holders(actor.streetId, ['volunteer']);
    const hers = holders.filter(({ communityIds }) => communityIds.some((id) => reach.includes(id)));
    return { items: await showVolunteers(deps, actor.streetId, hers, 'staff') };
  };

/** Notes a volunteer's trainings and the elders she is paired with; who noted it and when is kept. */
export const setVolunteer =
  (deps: Deps): Handler<typeof companion.setVolunteer> =>
  async (actor, { accountId, qualifications, ownElderIds }) => {
    const { streetId } = actor;
    const street = await deps.streets.street(streetId);
    const held = await deps.accounts.roleOf(accountId, streetId, 'volunteer');
    const reach = communitiesOf(actor, street, undefined);
    if (!held?.communityIds.some((id) => reach.includes(id))) throw new Refusal('not_found');

    const own = [...new Set(ownElderIds)];
    const elders = await Promise.all(own.map((elderId) => deps.registry.elder(streetId, elderId)));
    // Paired only where both belong: an elder of another community would never reach this volunteer's list.
    const isKnown = elders.every(
      (elder) => elder && reach.includes(elder.communityId) && held.communityIds.includes(elder.communityId),
    );
    if (!isKnown) throw new Refusal('elder_not_found');

    const before = (await deps.volunteers.profile(streetId, accountId)).qualifications;
    const at = deps.clock();
    await deps.volunteers.admit(streetId, accountId, {
      qualifications: qualifications.map(
        ({ name, until }) =>
          before.find((held) => held.name === name && held.until === until) ?? { name, until, by: actor.accountId, at },
      ),
      ownElderIds: own,
    });
    const [shown] = await showVolunteers(deps, streetId, [held], 'staff');
    return shown!;
  };
