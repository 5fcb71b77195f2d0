import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import { replay } from '@wubian/shared/companion/lifecycle.ts';
import { expect } from 'vitest';
import type { StoredTask } from '../../server/companion/stored-task.ts';
import { newId } from '../../server/store/ids.ts';
import { persist, signInAs } from '../support/over-http.ts';
import { lookInto } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const minute = 60_000;
const now = () => new Date();
export const aTaskId = (): string => newId(now());

/** The acts of a story that goes well, in their order. */
export const acts = ['ask', 'open', 'claim', 'start', 'finish', 'confirm'] as const;
export type Act = (typeof acts)[number];

/** Everyone who hears of such a story, in what role, at which entry of its history. */
const told = [
  '1 求助已提交 resident',
  '1 有新的求助待核实 communityHead',
  '1 有新的求助待核实 gridWorker',
  '2 社区已发布求助 family',
  '2 社区已发布求助 resident',
  '3 有志愿者接单了 family',
  '3 有志愿者接单了 resident',
  '3 求助已有人接单 communityHead',
  '3 求助已有人接单 gridWorker',
  '4 服务开始了 family',
  '4 服务开始了 resident',
  '5 服务结束，请确认 family',
  '5 服务结束，请确认 resident',
  '6 服务已确认 resident',
  '6 服务已确认 volunteer',
];

export interface Cast {
  daughter: Client<WubianApi>;
  worker: Client<WubianApi>;
  volunteer: Client<WubianApi>;
  motherId: string;
}

/** Those who play the story; their sessions outlive every restart. */
export async function signInCast(url: () => string): Promise<Cast> {
  const { client: daughter } = await signInAs(url, '周敏');
  const { client: worker } = await signInAs(url, '刘芳');
  const { client: volunteer } = await signInAs(url, '李志强');
  const { items } = await daughter.registry.myElders();
  return { daughter, worker, volunteer, motherId: items[0]!.id };
}

/** One act of the story, once. The visit is days ahead, so that the clock has nothing to say to it. */
export async function doAct({ daughter, worker, volunteer, motherId }: Cast, taskId: string, act: Act): Promise<void> {
  const from = now().getTime() + 5 * 24 * 60 * minute;
  const window = { from: new Date(from).toISOString(), to: new Date(from + 120 * minute).toISOString() };
  await {
    ask: () => daughter.companion.ask({ id: taskId, elderId: motherId, kind: 'helpMeal', window }),
    open: () => worker.companion.open({ taskId }),
    claim: () => volunteer.companion.claim({ taskId }),
    start: () => volunteer.companion.start({ taskId, at: now().toISOString() }),
    // A phone's clock may run ahead by some minutes: so the service has a length without waiting for it.
    finish: () =>
      volunteer.companion.finish({
        taskId,
        at: new Date(now().getTime() + 4 * minute).toISOString(),
        did: '做了午饭',
      }),
    confirm: () => daughter.companion.confirm({ taskId, thanks: '谢谢' }),
  }[act]();
}

/** Tells the story up to and with `last`, trying again whenever the server is out of reach; `done` hears every act that was acknowledged. */
export async function tell(
  cast: Cast,
  taskId: string,
  last: Act = 'confirm',
  done: (act: Act) => void = () => {},
): Promise<void> {
  for (const act of acts.slice(0, acts.indexOf(last) + 1)) {
    await persist(() => doAct(cast, taskId, act));
    done(act);
  }
}

const asked = (taskIds: readonly string[]) => ({ _id: { $in: taskIds as never[] } });

/** What is stored of these tasks. */
export const stored = (dataDir: string, taskIds: readonly string[]) =>
  lookInto(dataDir, async (db) => ({
    tasks: (await db.collection('tasks').find(asked(taskIds)).toArray()) as unknown as StoredTask[],
    notices: await db
      .collection('notices')
      .find({ taskId: { $in: [...taskIds] } })
      .toArray(),
    ledger: await db
      .collection('ledger')
      .find({ taskId: { $in: [...taskIds] } })
      .toArray(),
  }));

/** Waits until the server's own worker has nothing left to do for these tasks. */
export const settled = (dataDir: string, taskIds: readonly string[]): Promise<void> =>
  lookInto(dataDir, async (db) => {
    const left = { ...asked(taskIds), $expr: { $ne: ['$seq', '$handledSeq'] } };
    const due = { ...asked(taskIds), outboxDue: { $ne: null } };
    const count = () => db.collection('tasks').countDocuments({ $or: [left, due] });
    await until('the outbox is empty', async () => (await count()) === 0);
  });

/** Every act of these stories is there once, and so is everything that follows from it: no more, no less. */
export async function expectToldOnce(dataDir: string, taskIds: readonly string[]): Promise<void> {
  const { tasks, notices, ledger } = await stored(dataDir, taskIds);
  expect(tasks.map(({ _id }) => _id).sort()).toEqual([...taskIds].sort());
  for (const { _id, history, status, seq, minutes } of tasks) {
    expect(history.map(({ move }) => move)).toEqual(acts);
    expect(replay(history)).toBe(status);
    expect(seq).toBe(acts.length);
    const itsNotices = notices.filter(({ taskId }) => taskId === _id);
    const lines = itsNotices.map(({ _id: id, title, role }) => `${String(id).split(':')[1]} ${title} ${role}`);
    expect(lines.sort()).toEqual(told.toSorted());
    const [line, ...others] = ledger.filter(({ taskId }) => taskId === _id);
    expect(line).toMatchObject({ minutes, ground: 'confirmedByFamily', at: history[5]!.at });
    expect(minutes).toBeGreaterThan(0);
    expect(others).toEqual([]);
  }
}
