import type { registry } from '@wubian/shared/registry/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Handler } from '../handler.ts';
import { communityName } from './elder.presenter.ts';
import { countKinds } from './hand-over.ts';
import { scopeOf } from './scope.ts';
import type { StewardRoom as Room } from './stewardship.ts';
import { chargesOf, inReach, personInReach } from './who-leaves.ts';

const mostShown = 500;

/** What would be without anybody if this person left, and who could take over. */
export const showDependents =
  (room: Room): Handler<typeof registry.dependents> =>
  async (actor, { accountId }) => {
    const { person, reached, leaving } = await personInReach(room, actor, accountId);
    const [all, street, held] = await Promise.all([
      chargesOf(room, leaving),
      room.streets.street(actor.streetId),
      room.accounts.holders(actor.streetId, room.peopleRoles),
    ]);
    const mine = inReach(actor, all);
    const near = new Set(reached.flatMap(({ communityIds }) => communityIds));
    const { communityIds: scope } = scopeOf(actor);
    const others = held.filter(
      (one) =>
        one.accountId !== accountId &&
        (one.communityIds.length === 0 ? scope === null : one.communityIds.some((id) => near.has(id))),
    );
    const people = await room.accounts.people(others.map((one) => one.accountId));
    const labels = new Map<string, Set<string>>();
    for (const one of others)
      labels.set(one.accountId, (labels.get(one.accountId) ?? new Set()).add(roles[one.role].label));
    return {
      name: person.name,
      roles: reached.map(({ assignmentId, role, communityIds }) => ({
        assignmentId,
        label: roles[role].label,
        communities: communityIds.map((id) => communityName(street, id)),
      })),
      counts: countKinds(mine),
      items: mine.slice(0, mostShown).map(({ kind, id, elderId, communityId, title, note }) => ({
        ...{ kind, id, elderId, communityId, title },
        note: [communityId && communityName(street, communityId), note].filter(Boolean).join('，'),
      })),
      more: mine.length > mostShown,
      successors: [...labels].map(([id, said]) => ({
        accountId: id,
        name: people.get(id)?.name ?? '',
        label: [...said].join('、'),
      })),
    };
  };

/** What nobody holds any more; of the caller's area. Zero but for what slipped in beside the rule. */
export const listOrphans =
  (room: Room): Handler<typeof registry.orphans> =>
  async (actor) => {
    const found = await Promise.all(
      room.charges.map(async (one) => (await one.orphans?.(actor.streetId, 5_000)) ?? []),
    );
    const mine = inReach(actor, found.flat());
    const shown = mine.slice(0, mostShown);
    const [street, people] = await Promise.all([
      room.streets.street(actor.streetId),
      room.accounts.people(shown.map(({ accountId }) => accountId)),
    ]);
    return {
      counts: countKinds(mine),
      items: shown.map(({ accountId, communityId, note, ...charge }) => ({
        ...charge,
        communityId,
        note: [communityId && communityName(street, communityId), note].filter(Boolean).join('，'),
        accountId,
        personName: people.get(accountId)?.name ?? '',
      })),
      more: mine.length > mostShown,
    };
  };
