import { formatDoor } from '@wubian/shared/registry/address.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { RegistryDoor } from './door.ts';
import { communityName } from './elder.presenter.ts';
import { noteAbility } from './note-ability.ts';
import { reachedBy, reachOf } from './reach.ts';
import type { Room } from './room.ts';
import { scopeOf, wholeStreet } from './scope.ts';

/** What the other rooms may ask of this one. */
export function openDoor(room: Room): Omit<RegistryDoor, 'sharesWithVolunteers' | 'consentOf'> {
  const { elders, grants, accounts, now } = room;
  return {
    async elder(streetId, elderId) {
      const elder = await elders.byId(wholeStreet(streetId), elderId);
      if (!elder) return null;
      const { address, name, phone, contacts, doorNotes, careNotes } = elder.facts;
      const { keyHolders, landline, birthDate, responsibleId } = elder.facts;
      const { communityId, gridId, estateId } = address;
      const door = formatDoor(address);
      const building = formatDoor({ building: address.building, unit: '', room: '' });
      return {
        id: elderId,
        streetId,
        name,
        phone,
        status: elder.status,
        statusUntil: elder.statusUntil,
        communityId,
        gridId,
        estateId,
        door,
        building,
        doorNotes,
        careNotes,
        contacts,
        keyHolders,
        landline,
        birthDate,
        responsibleId,
      };
    },

    lifeOf: (streetId, elderId) => elders.lifeOf(streetId, elderId),
    elderNames: (streetId, elderIds) => elders.names(streetId, elderIds),
    reach: (actor, elderId) => reachOf(room, actor, elderId),
    eldersOf: async (actor) => (await reachedBy(room, actor)).map(({ elderId, reach }) => ({ elderId, reach })),

    async kinOf(accountId, streetId) {
      const [files, resident] = await Promise.all([
        grants.filesOf(accountId, streetId, dayOf(now())),
        accounts.roleOf(accountId, streetId, 'resident'),
      ]);
      return [...new Set([...files, ...(resident?.elderId ? [resident.elderId] : [])])];
    },

    async familyOf(streetId, elderId, scope) {
      const good = await grants.goodOver(streetId, elderId, scope, dayOf(now()));
      return good.map(({ askerId, relation }) => ({ accountId: askerId, relation }));
    },

    noteAbility: noteAbility(room),
    eldersByAbility: async (actor, asked) => {
      const [found, street] = await Promise.all([
        room.byAbility(scopeOf(actor), asked),
        room.streets.street(actor.streetId),
      ]);
      return found.map(({ communityId, ...elder }) => ({
        ...elder,
        communityName: communityName(street, communityId),
      }));
    },
    eachElder: (streetId) => elders.each(streetId),
    countByCommunity: (streetId) => elders.countByCommunity(streetId),
  };
}
