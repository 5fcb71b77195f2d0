import type { Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { type DependentKind, dependentKindNames, dependentKinds } from '@wubian/shared/registry/stewardship.ts';
import type { HeldRole, Person } from '../accounts/door.ts';
import type { Charge, HandingOver, Leaving } from '../charges.ts';
import type { Handler } from '../handler.ts';
import type { Item, StoredHandover } from './handover.store.ts';
import { isInScope, scopeOf } from './scope.ts';
import { stewardWords } from './steward-words.ts';
import type { StewardRoom as Room } from './stewardship.ts';
import { leavingOf, personInReach } from './who-leaves.ts';

type Wire = Output<typeof registry.handOver>;
type Left = Wire['left'][number];

export const countKinds = (items: readonly { kind: DependentKind }[]): Wire['moved'] =>
  dependentKindNames.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count ? [{ kind, label: dependentKinds[kind], count }] : [];
  });

interface Known {
  from: Person;
  to: Person | null;
  toRoles: readonly HeldRole[];
  by: Person;
}

async function knownTo(
  { accounts, peopleRoles }: Room,
  handover: Pick<StoredHandover, 'streetId' | 'fromId' | 'toId' | 'by'>,
): Promise<Known> {
  const { streetId, fromId, toId, by } = handover;
  const [people, held] = await Promise.all([
    accounts.people([fromId, by, ...(toId ? [toId] : [])]),
    accounts.holders(streetId, peopleRoles),
  ]);
  const person = (id: string): Person => people.get(id) ?? { accountId: id, name: '', phone: null };
  return {
    from: person(fromId),
    to: toId === null ? null : person(toId),
    toRoles: held.filter(({ accountId }) => accountId === toId),
    by: person(by),
  };
}

const isWanted = ({ items, communityIds, streetId }: StoredHandover, { kind, id, communityId }: Charge): boolean =>
  (items === null || items.some((item) => item.kind === kind && item.id === id)) &&
  (communityId === null || isInScope({ streetId, communityIds }, { streetId, communityId }));

/** Passes on what was asked for, one by one; what is done is noted, so that a repeat goes on. */
async function run(room: Room, handover: StoredHandover, known: Known, leaving: Leaving, dry: boolean) {
  const { id, streetId, at, why, byRole } = handover;
  const { to, toRoles, by } = known;
  const handing: HandingOver = {
    ...{ id, at, why, dry },
    to: to && { ...to, roles: toRoles },
    by: { accountId: by.accountId, name: by.name, role: byRole },
  };
  room.keysGiven.set(handing, new Set(handover.keysGiven));
  const moved: Item[] = [];
  const left: Left[] = [];
  for (const charges of room.charges) {
    for (const charge of await charges.of(leaving)) {
      if (!isWanted(handover, charge)) continue;
      const { kind, id: what, title } = charge;
      const words = await charges.passOn(leaving, charge, handing);
      if (words !== null) left.push({ kind, id: what, title, words });
      else {
        moved.push({ kind, id: what });
        if (!dry) await room.handovers.noteDone(streetId, id, { kind, id: what });
      }
    }
  }
  return { moved, left };
}

/** Goes on with a handing over from wherever it stands. */
export async function runHandover(room: Room, handover: StoredHandover): Promise<{ known: Known; left: Left[] }> {
  const { streetId, id, fromId } = handover;
  const [known, leaving] = await Promise.all([knownTo(room, handover), leavingOf(room, streetId, fromId)]);
  const { left } = await run(room, handover, known, leaving, false);
  await room.handovers.finish(streetId, id);
  return { known, left };
}

const present = (handover: StoredHandover, { from, to, by }: Known, left: Left[]): Wire => ({
  id: handover.id,
  state: handover.state,
  fromName: from.name,
  toName: to?.name ?? stewardWords.nobody,
  byName: by.name,
  at: handover.at.toISOString(),
  why: handover.why,
  moved: countKinds(handover.done),
  left: left.slice(0, 500),
});

/** Gives what one person holds to another, all of it or what was chosen; `dry` shows what would become of each. */
export const handOver =
  (room: Room): Handler<typeof registry.handOver> =>
  async (actor, { id, fromAccountId, toAccountId, items, keysGiven, why, dry }, call) => {
    const { streetId } = actor;
    const scope = scopeOf(actor);
    const { leaving } = await personInReach(room, actor, fromAccountId);
    const wanted: StoredHandover = {
      ...{ id, streetId, fromId: fromAccountId, toId: toAccountId, by: actor.accountId, byRole: actor.role },
      ...{ communityIds: scope.communityIds, at: room.now(), why, items: items ?? null, keysGiven },
      ...{ state: 'moving' as const, done: [] },
    };
    const known = await knownTo(room, wanted);
    if (toAccountId !== null) {
      const isReached = known.toRoles.some(
        ({ communityIds }) =>
          communityIds.length === 0 || communityIds.some((one) => isInScope(scope, { streetId, communityId: one })),
      );
      if (!isReached || toAccountId === fromAccountId) throw new Refusal('successor_unfit');
    }
    if (dry) {
      const { moved, left } = await run(room, wanted, known, leaving, true);
      return present({ ...wanted, done: moved }, known, left);
    }
    const added = await room.handovers.add(wanted);
    const stored = (await room.handovers.byId(streetId, id))!;
    if (
      !added &&
      (!stored || stored.by !== actor.accountId || stored.fromId !== fromAccountId || stored.toId !== toAccountId)
    )
      throw new Refusal('id_taken');
    const { left } = await runHandover(room, stored);
    const done = (await room.handovers.byId(streetId, id))!;
    const elderIds = done.done.flatMap(({ kind, id: elderId }) =>
      kind === 'elders' || kind === 'keys' ? [elderId] : [],
    );
    const counted = countKinds(done.done).map(({ label, count }) => `${label} ${count}`);
    call.about({ elderIds, what: counted.join('，'), reason: why });
    return present(done, known, left);
  };

/** For the jobs: goes on with what broke off; answers how many. */
export const followHandovers = (room: Room) => async (): Promise<number> => {
  for (let seen = 0; ; seen++) {
    const handover = await room.handovers.takeDue(room.now());
    if (!handover) return seen;
    await runHandover(room, handover);
  }
};
