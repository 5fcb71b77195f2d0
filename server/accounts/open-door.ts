import { Refusal } from '@wubian/shared/refusals.ts';
import { type Role, roles } from '@wubian/shared/roles.ts';
import type { AccountsDoor } from './door.ts';
import type { Room } from './room.ts';

const overStreet = (role: Role) => roles[role].scope === 'street';

/** What the other rooms may ask of this one. */
export function openDoor({ accounts, assignments, sessions, now, who }: Room): AccountsDoor {
  return {
    whoIs: (token) => who.whoIs(token),

    async people(accountIds) {
      const found = await accounts.byIds([...new Set(accountIds)]);
      return new Map(found.map(({ id, name, phone }) => [id, { accountId: id, name, phone }]));
    },

    async byPhone(phone) {
      const found = await accounts.byPhone(phone);
      return found && { accountId: found.id, name: found.name, phone: found.phone };
    },
    rolesOf: (streetId, accountIds) => assignments.holders(streetId, { accountId: { $in: accountIds } }),

    async waysTo(accountIds) {
      const ids = [...new Set(accountIds)];
      const [known, seen] = await Promise.all([accounts.waysTo(ids), sessions.lastSeen(ids)]);
      return new Map([...known].map(([id, ways]) => [id, { ...ways, seenAt: seen.get(id) ?? null }]));
    },

    holders(streetId, wanted, communityId) {
      if (!communityId) return assignments.holders(streetId, { role: { $in: wanted } });
      const wide = wanted.filter(overStreet);
      const narrow = wanted.filter((role) => !overStreet(role));
      return assignments.holders(streetId, {
        $or: [{ role: { $in: wide } }, { role: { $in: narrow }, communityIds: communityId }],
      });
    },

    residentsOf: (streetId, elderId) => assignments.residentsOf(streetId, elderId),
    roleOf: (accountId, streetId, role) => assignments.roleOf(accountId, streetId, role),

    async give({ state = 'active', ...held }, by) {
      const given = await assignments.give({ ...held, state }, { at: now(), by, what: 'given' });
      if (given === 'idTaken') throw new Refusal('id_taken');
      if (given === 'alreadyHeld') throw new Refusal('role_already_held');
      who.forget();
    },

    async end(assignmentId, by, reason) {
      await assignments.end(assignmentId, { at: now(), by, what: 'ended', reason });
      who.forget();
    },

    async forget(accountId) {
      if ((await assignments.heldBy(accountId)).length) return;
      await sessions.endAll(accountId);
      await accounts.blank(accountId);
      who.forget();
    },

    async ensurePerson({ accountId, name, phone }) {
      const person = await accounts.ensureByPhone(phone, { id: accountId, name, at: now() });
      await accounts.nameIfEmpty(person.id, name);
      return person.id;
    },
  };
}
