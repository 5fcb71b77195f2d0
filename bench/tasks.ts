import { setTimeout as wait } from 'node:timers/promises';
import type { StoredTask } from '../server/companion/stored-task.ts';
import type { Store } from '../server/store/connect.ts';

const tasksOf = ({ connection }: Store) => connection.db!.collection<StoredTask>('tasks');
const claimable = { status: 'open', needs: { $size: 0 } } as const;

/** Open tasks that need no training, by id. */
export const claimableTasks = (store: Store): Promise<Pick<StoredTask, '_id' | 'communityId'>[]> =>
  tasksOf(store)
    .find(claimable, { projection: { communityId: 1 } })
    .sort({ _id: 1 })
    .toArray();

/** Tasks that a volunteer holds. */
export async function heldTasks(store: Store): Promise<{ _id: string; volunteerId: string }[]> {
  const found = await tasksOf(store)
    .find({ status: 'claimed' }, { projection: { volunteerId: 1 } })
    .toArray();
  return found.map(({ _id, volunteerId }) => ({ _id, volunteerId: volunteerId! }));
}

const longestDrainMs = 120_000;

/** Waits until the workers have told everything that follows from the moves so far. */
export async function outboxDone(store: Store): Promise<void> {
  const isDue = { outboxDue: { $gt: new Date(0) } };
  for (let waited = 0; await tasksOf(store).findOne(isDue, { projection: { _id: 1 } }); waited += 20) {
    if (waited > longestDrainMs) throw new Error('the outbox does not come to its end');
    await wait(20);
  }
}

/** Keeps the claimable tasks as they are, and gives back how to bring them back: every window finds the same street. */
export async function keepTasks(store: Store): Promise<() => Promise<void>> {
  const kept = await tasksOf(store).find(claimable).toArray();
  const byId = new Map(kept.map((task) => [task._id, task]));
  return async () => {
    const changed = await tasksOf(store)
      .find({ status: 'claimed', _id: { $in: [...byId.keys()] } }, { projection: { _id: 1 } })
      .toArray();
    for (let at = 0; at < changed.length; at += 1_000) {
      const back = changed.slice(at, at + 1_000).map(({ _id }) => {
        return { replaceOne: { filter: { _id }, replacement: byId.get(_id)! } };
      });
      await tasksOf(store).bulkWrite(back, { ordered: false });
    }
    await store.connection.db!.collection('notices').deleteMany({});
  };
}
