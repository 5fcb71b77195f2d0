import { sayWindow } from '@wubian/shared/time.ts';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Charge, Charges } from '../charges.ts';
import { fitFor } from './candidates.ts';
import type { Deps } from './deps.ts';
import { withoutVolunteer } from './release-task.ts';
import type { By } from './stored-task.ts';
import type { ListedTask, TaskListsStore } from './task-lists.store.ts';

const words = {
  serving: '正在服务，请等服务结束',
  changed: '求助刚有变化，请刷新后再看',
  notVolunteer: '接手人不是志愿者，请另选一位',
} as const;

const toCharge = (task: ListedTask): Charge => ({
  kind: 'tasks',
  id: task._id,
  elderId: task.elderId,
  communityId: task.communityId,
  title: `${task.elderName}，${task.kindLabel}`,
  note: sayWindow(task.windowFrom, task.windowTo),
});

const isHeld = ({ status }: ListedTask): boolean => status === 'claimed' || status === 'inService';

/** A page of tasks is asked for at once; nobody has taken more. */
const most = 500;

async function heldBy(lists: TaskListsStore, streetId: string, volunteerId: string): Promise<ListedTask[]> {
  return (await lists.mine(streetId, { volunteerId }, 'current', most)).filter(isHeld);
}

/** Requests that a volunteer has taken: given to another who is fit, or open again. */
export function chargeOfTasks(deps: Deps): Charges {
  const { tasks, lists, streets, accounts, clock, poke } = deps;
  return {
    kind: 'tasks',
    async of({ streetId, accountId, ends, stays }) {
      const lost = ends.some(({ role }) => role === 'volunteer') && !stays.some(({ role }) => role === 'volunteer');
      return lost ? (await heldBy(lists, streetId, accountId)).map(toCharge) : [];
    },
    async passOn({ streetId, accountId }, { id }, { to, by, at, why, dry }) {
      const task = await tasks.byId({ streetId }, id);
      if (!task || task.volunteerId !== accountId) return null;
      if (task.status === 'inService') return words.serving;
      if (dry) return null;
      const street = await streets.street(streetId);
      const hand: By = { accountId: by.accountId, name: by.name, role: by.role, relation: null };
      const isFit = to !== null && (await fitFor(deps, task, clock())).some((one) => one.accountId === to.accountId);
      const onlyIf = { volunteerId: accountId };
      const moved = isFit
        ? await tasks.move(task, {
            ...{ move: 'assign', by: hand, at, street, words: why, toVolunteer: to.accountId, onlyIf },
            set: { volunteerId: to.accountId, volunteerName: to.name, claimedAt: at },
          })
        : await tasks.move(task, { move: 'release', by: hand, at, street, words: why, set: withoutVolunteer, onlyIf });
      poke();
      return moved ? null : words.changed;
    },
    async orphans(streetId, limit) {
      const ids = (await streets.street(streetId)).communities.map((community) => community.id);
      const held = await lists.byStatus({ streetId, communityIds: ids }, ['claimed', 'inService'], limit);
      const active = new Set((await accounts.holders(streetId, ['volunteer'])).map((one) => one.accountId));
      return held.flatMap((task) =>
        task.volunteerId && !active.has(task.volunteerId) ? [{ ...toCharge(task), accountId: task.volunteerId }] : [],
      );
    },
  };
}

/** Elders whom the community has paired with a volunteer. */
export function chargeOfPairs({
  volunteers,
  registry,
  accounts,
}: Pick<Deps, 'volunteers' | 'registry'> & { accounts: Pick<AccountsDoor, 'roleOf'> }): Charges {
  return {
    kind: 'pairs',
    async of({ streetId, accountId, ends, stays }) {
      if (!ends.some(({ role }) => role === 'volunteer') || stays.some(({ role }) => role === 'volunteer')) return [];
      const { ownElderIds } = await volunteers.profile(streetId, accountId);
      const names = await registry.elderNames(streetId, ownElderIds);
      const files = await Promise.all(ownElderIds.map((id) => registry.elder(streetId, id)));
      return ownElderIds.map((id, i) => ({
        ...{ kind: 'pairs' as const, id, elderId: id, title: names.get(id) ?? '', note: '' },
        communityId: files[i]?.communityId ?? null,
      }));
    },
    async passOn({ streetId, accountId }, { id }, { to, dry }) {
      // Without a successor the pair ends with the volunteer: nobody is left waiting for her.
      if (to && !(await accounts.roleOf(to.accountId, streetId, 'volunteer'))) return words.notVolunteer;
      if (dry) return null;
      if (to) await volunteers.pair(streetId, to.accountId, id);
      await volunteers.unpair(streetId, accountId, id);
      return null;
    },
  };
}
