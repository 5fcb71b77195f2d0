import { isAtHome, isGone } from '@wubian/shared/registry/life.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { LifeFollower, LifeNow } from '../registry/door.ts';
import { isOutAt } from './at-home.ts';
import type { Deps } from './deps.ts';
import { lifeStops } from './life-stops.ts';
import type { LifeTasksStore } from './life-tasks.store.ts';
import { byRule, type StoredTask } from './stored-task.ts';

type Parts = Pick<Deps, 'tasks' | 'streets' | 'accounts' | 'clock' | 'poke'> & {
  lifeTasks: LifeTasksStore;
  notices: NoticesDoor;
};

const mostTries = 5;
const visitOf = ({ windowFrom, windowTo, kindLabel }: StoredTask): string =>
  `${sayWindow(windowFrom, windowTo)} ${kindLabel}`;
const toStop = (life: LifeNow, ahead: readonly StoredTask[]): StoredTask[] =>
  ahead.filter(({ status, windowFrom }) => status !== 'inService' && isOutAt(life, windowFrom));
const inService = (ahead: readonly StoredTask[]): StoredTask[] => ahead.filter(({ status }) => status === 'inService');

/** Cancels one task by rule, wherever it stands meanwhile; what has begun or ended since is left as it is. */
async function stop({ tasks, streets, clock }: Parts, life: LifeNow, task: StoredTask): Promise<boolean> {
  const street = await streets.street(life.streetId);
  const move = isGone(life.status) ? ('stopGone' as const) : ('stopAway' as const);
  let now: StoredTask | null = task;
  for (let tries = 0; tries < mostTries; tries++) {
    if (!now || toStop(life, [now]).length === 0) return false;
    if (!['asked', 'open', 'claimed'].includes(now.status)) return false;
    const words = lifeStops.words(life.status);
    if (await tasks.move(now, { move, by: byRule, at: clock(), street, words })) return true;
    now = await tasks.byId({ streetId: life.streetId }, task._id);
  }
  throw new Error(`the task ${task._id} is moved again and again`);
}

/** For a request that was just written: cancels it if she has gone away meanwhile; null when it stands. */
export const stopIfAway =
  (parts: Parts & Pick<Deps, 'registry'>): Deps['stopIfAway'] =>
  async (task) => {
    const { streetId, elderId, elderName, communityId } = task;
    const life = await parts.registry.lifeOf(streetId, elderId);
    if (!life || !isOutAt(life, task.windowFrom)) return null;
    const stopped = await stop(parts, { streetId, elderId, elderName, communityId, ...life }, task);
    if (stopped) parts.poke();
    return parts.tasks.byId({ streetId }, task._id);
  };

/** A visit that is going on ends as visits do; the workers hear of it. */
async function tellOfVisits({ accounts, notices, clock }: Parts, life: LifeNow, cause: string, visits: StoredTask[]) {
  if (visits.length === 0) return;
  const { streetId, communityId, elderName } = life;
  const workers = await accounts.holders(streetId, ['gridWorker', 'communityHead'], communityId);
  await notices.tell(
    visits.flatMap((task) =>
      workers.map(({ accountId, role }) => ({
        id: `${cause}:${task._id}:${accountId}:${role}`,
        ...{ streetId, accountId, role, at: clock(), urgent: true, taskId: task._id, grantId: null },
        title: lifeStops.visitTitle,
        body: lifeStops.visitBody(elderName, visitOf(task)),
      })),
    ),
  );
}

/** What this room stops for somebody who is not at home. */
export function createLifeFollower(parts: Parts): LifeFollower {
  const { lifeTasks, clock, poke } = parts;
  return {
    async follow(life, cause) {
      if (isAtHome(life.status)) return;
      const ahead = await lifeTasks.ahead(life.streetId, life.elderId);
      for (const task of toStop(life, ahead)) if (await stop(parts, life, task)) poke();
      await tellOfVisits(parts, life, cause, inService(ahead));
    },

    async foresee(life) {
      if (isAtHome(life.status)) return [];
      const ahead = await lifeTasks.ahead(life.streetId, life.elderId);
      const [stops, visits] = [toStop(life, ahead), inService(ahead)];
      const later = ahead.length - stops.length - visits.length;
      return [
        lifeStops.cancels(stops.length, stops.filter(({ status }) => status === 'claimed').length),
        ...(later ? [lifeStops.stays(later)] : []),
        ...(visits.length ? [lifeStops.goesOn(visits.length)] : []),
      ];
    },

    async cancelled(streetId, elderId) {
      const found = await lifeTasks.cancelled(streetId, elderId, clock());
      return found.map((task) => ({ taskId: task._id, said: visitOf(task) }));
    },
  };
}
