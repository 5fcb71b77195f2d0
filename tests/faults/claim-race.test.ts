import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import { replay } from '@wubian/shared/companion/lifecycle.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/engine.ts';
import { overHttp, persist, signInAs } from '../support/over-http.ts';
import { engineUri, launchServer } from '../support/server-process.ts';
import { aTaskId, doAct, settled, signInCast, stored } from './story.ts';

const crowd = 200;
const prizes = 20;

const dataDir = testFolder();
const urls: string[] = [];
/** A volunteer on her phone, at one of the two servers. */
interface Volunteer {
  accountId: string;
  client: Client<WubianApi>;
}
let volunteers: Volunteer[];
const taskIds = Array.from({ length: prizes }, aTaskId);

/** Calls `act` for every item, some at a time: making ready is not the race. */
async function each<T, R>(items: readonly T[], act: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    for (let place = next++; place < items.length; place = next++) results[place] = await act(items[place]!, place);
  };
  await Promise.all(Array.from({ length: 10 }, work));
  return results;
}

/** Two processes on one engine: the first runs it, the second is told where it is. The crowd lives behind a proxy. */
beforeAll(async () => {
  const first = launchServer(dataDir, { TRUST_PROXY: '1' });
  urls.push(await first.url);
  const second = launchServer(dataDir, { TRUST_PROXY: '1', MONGODB_URI: engineUri(dataDir) });
  urls.push(await second.url);
  const [one, two] = urls.map((url) => () => url) as [() => string, () => string];

  const office = await signInAs(one, '何静');
  const worker = await signInAs(one, '刘芳');
  const communityIds = worker.me.active!.communities.map(({ id }) => id);

  // The street gives each her role; each signs in with a code of her own, from her own address, within the limits.
  const numbers = Array.from({ length: crowd }, (_, n) => n);
  volunteers = await each(numbers, async (n) => {
    const phone = `1390000${5000 + n}`;
    const name = `志愿者${n + 1}`;
    await office.client.accounts.giveRole({ id: aTaskId(), phone, name, role: 'volunteer', communityIds });
    const url = n % 2 === 0 ? one : two;
    const address = { 'x-forwarded-for': `10.0.${Math.floor(n / 250)}.${n % 250}` };
    const stranger = overHttp(url, undefined, address);
    const { demoCode } = await stranger.accounts.sendCode({ phone });
    const signedIn = await stranger.accounts.signInByCode({ phone, code: demoCode! });
    return { accountId: signedIn.me.accountId, client: overHttp(url, signedIn.token, address) };
  });

  const cast = await signInCast(one);
  await each(taskIds, async (taskId) => {
    await doAct(cast, taskId, 'ask');
    await doAct(cast, taskId, 'open');
  });
  await settled(dataDir, taskIds);
});

describe(`${crowd} volunteers who claim ${prizes} tasks at once from two server processes`, () => {
  it('get each task once, and all others are told so', async () => {
    const wins: string[] = [];
    const refusals = new Map<string, number>();
    const claimOne = async ({ accountId, client }: Volunteer, taskId: string) => {
      try {
        const { volunteer } = await persist(() => client.companion.claim({ taskId }));
        expect(volunteer?.accountId).toBe(accountId);
        wins.push(`${taskId} ${accountId}`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
      }
    };
    // All are at it at once, each through every task: half of them begin with the same one, the others all over.
    await Promise.all(
      volunteers.map(async (volunteer, n) => {
        const from = n % 4 < 2 ? 0 : n % prizes;
        for (let turn = 0; turn < prizes; turn++) await claimOne(volunteer, taskIds[(from + turn) % prizes]!);
      }),
    );

    expect(Object.fromEntries(refusals)).toEqual({ task_already_claimed: (crowd - 1) * prizes });
    await settled(dataDir, taskIds);
    const { tasks, notices } = await stored(dataDir, taskIds);
    expect(wins.sort()).toEqual(tasks.map(({ _id, volunteerId }) => `${_id} ${volunteerId}`).sort());
    for (const task of tasks) {
      expect(task.history.map(({ move }) => move)).toEqual(['ask', 'open', 'claim']);
      expect(replay(task.history)).toBe('claimed');
      expect(task.status).toBe('claimed');
      expect(task.history[2]).toMatchObject({ by: { accountId: task.volunteerId }, volunteerId: task.volunteerId });
      const heard = notices.filter(({ taskId, title }) => taskId === task._id && String(title).includes('接单了'));
      expect(heard.map(({ role }) => role).sort()).toEqual(['family', 'resident']);
    }
  });
});
