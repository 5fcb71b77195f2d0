import path from 'node:path';
import { expect, it } from 'vitest';
import { accountTopic, type LiveEvent } from '../../../server/live/door.ts';
import { testFolder } from '../../support/engine.ts';
import { listenTo } from '../../support/live-socket.ts';
import { overHttp } from '../../support/over-http.ts';
import { enginePid, engineUri, launchServer } from '../../support/server-process.ts';
import { until } from '../../support/until.ts';

const script = path.join(import.meta.dirname, '../../support/server-that-hints.ts');

it('carries hints from one process to the sockets of another, over a crash of the engine, until it stops', async () => {
  const dataDir = testFolder();
  const one = launchServer(dataDir, {}, script);
  const url = await one.url;
  const two = launchServer(dataDir, { MONGODB_URI: engineUri(dataDir) }, script);
  const otherUrl = await two.url;
  const { items } = await overHttp(() => url).accounts.personas();
  const { token, me } = await overHttp(() => url).accounts.signInAsPersona({ key: items[0]!.key });
  const publish = (from: typeof one, id: string) => {
    const event: LiveEvent = { topics: [accountTopic(me.accountId)], kind: 'notice', id };
    from.child.send(event);
  };

  const [here, there] = [listenTo(url, token), listenTo(otherUrl, token)];
  await Promise.all([here.ready(), there.ready()]);
  publish(one, 'from one');
  publish(two, 'from two');
  for (const listener of [here, there]) {
    await listener.hears('notice', 'from one');
    await listener.hears('notice', 'from two');
  }
  const notices = ({ said }: typeof here) => said.filter(({ kind }) => kind === 'notice');
  expect([notices(here).length, notices(there).length]).toEqual([2, 2]);

  const pid = enginePid(dataDir)!;
  process.kill(pid, 'SIGKILL');
  await until('the engine is back', async () => {
    const found = enginePid(dataDir);
    return found !== null && found !== pid && (await fetch(`${otherUrl}/readyz`)).ok;
  });
  // A socket that was open all the time hears again; one that was closed meanwhile has been told so.
  await until('the other hears again', async () => {
    publish(one, 'after');
    await new Promise((next) => setTimeout(next, 200));
    return there.code() !== null || there.said.some(({ id }) => id === 'after');
  });

  const last = listenTo(otherUrl, token);
  await last.ready();
  publish(one, 'again');
  await last.hears('notice', 'again');
  two.child.kill('SIGTERM');
  expect(await two.ended).toEqual({ code: 0, signal: null });
  expect(await last.closed()).toBe(1001);
  expect(last.said.at(-1)).toEqual({ kind: 'bye', id: 'stop' });
  publish(one, 'still here');
  if (here.code() === null) await here.hears('notice', 'still here');
});
