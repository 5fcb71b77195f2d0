import type { Store } from '../server/store/connect.ts';
import type { BenchRequest } from './load.ts';
import type { FilledStreet } from './street/fill.ts';
import type { Person } from './street/people.ts';
import { claimableTasks, heldTasks } from './tasks.ts';

/** One measured endpoint: the same requests as our server and as the baseline take them, in the same order. */
export interface Endpoint {
  name: string;
  /** What a request does, for the reader of the figures. */
  what: string;
  ours: readonly BenchRequest[];
  baseline: readonly BenchRequest[];
  isEachOnce: boolean;
  isSlow?: boolean;
  isRight: (reply: unknown) => boolean;
}

interface Pair {
  ours: BenchRequest;
  baseline: BenchRequest;
}
const bearer = ({ token }: Person) => ({ authorization: `Bearer ${token}` });
const get = (path: string, headers?: Record<string, string>): BenchRequest => ({
  method: 'GET',
  path,
  ...(headers && { headers }),
});

interface List {
  items: { id: string }[];
}
const has20 = (reply: unknown): boolean =>
  (reply as List).items.length === 20 && Boolean((reply as List).items[19]!.id);

interface TaskReply {
  status: string;
  place: { door: string | null };
}
/** Only who holds a task is told the door. */
const isTask = (reply: unknown): boolean => {
  const { status, place } = reply as TaskReply;
  return (status === 'claimed') === Boolean(place.door);
};
const isClaimed = (reply: unknown): boolean => (reply as TaskReply).status === 'claimed' && isTask(reply);

const taskPair = (taskId: string, by: Person): Pair => ({
  ours: get(`/api/tasks/${taskId}`, bearer(by)),
  baseline: get(`/read?task=${taskId}&viewer=${by.accountId}`),
});
const claimPair = (taskId: string, by: Person): Pair => ({
  ours: { method: 'POST', path: `/api/tasks/${taskId}/claim`, headers: bearer(by) },
  baseline: {
    method: 'POST',
    path: `/claim?${new URLSearchParams({ task: taskId, viewer: by.accountId, name: by.name })}`,
  },
});
const listPair = (by: Person): Pair => ({
  ours: get('/api/tasks/open?limit=20', bearer(by)),
  baseline: get(`/open?communities=${by.communityIds.join(',')}&estate=${by.estateId}`),
});
const eldersPair = (by: Person): Pair => ({
  ours: get('/api/elders?limit=20', bearer(by)),
  baseline: get(`/elders?community=${by.communityIds[0]}`),
});

const sides = (pairs: readonly Pair[]) => ({
  ours: pairs.map(({ ours }) => ours),
  baseline: pairs.map(({ baseline }) => baseline),
});

/** The four endpoints over this street, for so many volunteers of each community. Tasks to claim are in the order of their ids, spread over all communities. */
export async function endpointsOf(store: Store, { people }: FilledStreet, activeEach: number): Promise<Endpoint[]> {
  const tasks = await claimableTasks(store);
  const active = people.workers.flatMap(({ communityIds: [home] }) => people.volunteersOf(home!).slice(0, activeEach));
  const byAccount = new Map(active.map((person) => [person.accountId, person]));
  const takers = tasks.map(({ _id, communityId }, n) => {
    const home = people.volunteersOf(communityId).slice(0, activeEach);
    return { id: _id, by: home[n % home.length]! };
  });
  const held = (await heldTasks(store)).flatMap(({ _id, volunteerId }) => {
    const holder = byAccount.get(volunteerId);
    return holder ? [taskPair(_id, holder)] : [];
  });
  const open = takers.slice(-held.length).map(({ id, by }) => taskPair(id, by));
  const reads = held.flatMap((pair, n) => (open[n] ? [pair, open[n]] : [pair]));
  const list = { isEachOnce: false, isRight: has20 };
  return [
    { name: 'list 20 open tasks', what: 'a volunteer', ...sides(active.map(listPair)), ...list },
    {
      name: 'claim',
      what: 'a volunteer, each time another task',
      ...sides(takers.map(({ id, by }) => claimPair(id, by))),
      isEachOnce: true,
      isRight: isClaimed,
    },
    {
      name: 'read task',
      what: 'a volunteer: by turns an open one and one that is hers',
      ...sides(reads),
      isEachOnce: false,
      isRight: isTask,
    },
    { name: 'list 20 elders', what: 'a grid worker', ...sides(people.workers.map(eldersPair)), ...list },
  ];
}
