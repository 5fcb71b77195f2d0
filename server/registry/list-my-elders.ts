import type { Output } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { communityOf, type Street } from '../streets/index.ts';
import { addressLine, communityName, estateName } from './elder.presenter.ts';
import type { StoredElder } from './elder-form.ts';
import { reachedBy } from './reach.ts';
import type { Room } from './room.ts';
import { wholeStreet } from './scope.ts';

type MyElder = Output<typeof registry.myElders>['items'][number];

/** Whom to ring: the worker with the smallest area around the community, its head if it has no worker. */
async function workerOf({ accounts }: Room, streetId: string, communityId: string): Promise<MyElder['worker']> {
  const held = await accounts.holders(streetId, ['gridWorker', 'communityHead'], communityId);
  const people = await accounts.people(held.map(({ accountId }) => accountId));
  const nearest = held.toSorted(
    (a, b) =>
      Number(b.role === 'gridWorker') - Number(a.role === 'gridWorker') ||
      a.communityIds.length - b.communityIds.length ||
      (a.assignmentId < b.assignmentId ? -1 : 1),
  );
  for (const { accountId } of nearest) {
    const person = people.get(accountId);
    if (person?.phone) return { name: person.name, phone: person.phone };
  }
  return null;
}

/** Door and contacts only to those who may see; for the others the estate. */
const seen = (street: Street, { facts }: StoredElder, maySee: boolean) => ({
  addressLine: maySee
    ? addressLine(street, facts.address.estateId, facts.address)
    : estateName(street, facts.address.estateId),
  contacts: maySee ? facts.contacts : [],
});

/** The old people for whom the caller may act, herself included, with everybody to ring in need. */
export const listMyElders =
  (room: Room): Handler<typeof registry.myElders> =>
  async (actor) => {
    const street = await room.streets.street(actor.streetId);
    const reached = await reachedBy(room, actor);
    const items = await Promise.all(
      reached.map(async ({ elderId, reach, until }): Promise<MyElder[]> => {
        const elder = await room.elders.byId(wholeStreet(actor.streetId), elderId);
        if (!elder || reach.relation === null) return [];
        const { communityId } = elder.facts.address;
        return [
          {
            id: elderId,
            name: elder.facts.name,
            status: elder.status,
            statusUntil: elder.statusUntil,
            relation: reach.relation,
            scopes: [...reach.scopes],
            until,
            communityName: communityName(street, communityId),
            ...seen(street, elder, reach.scopes.includes('see')),
            worker: await workerOf(room, actor.streetId, communityId),
            communityPhone: communityOf(street, communityId)?.phone ?? '',
          },
        ];
      }),
    );
    return { items: items.flat() };
  };
