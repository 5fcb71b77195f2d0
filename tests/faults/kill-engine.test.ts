import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal, refusals } from '@wubian/shared/refusals.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/engine.ts';
import { enginePid, launchServer, type ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { aTaskId, type Cast, doAct, settled, signInCast, stored, tell } from './story.ts';

const dataDir = testFolder();
let server: ServerProcess;
let url = '';
let cast: Cast;

beforeAll(async () => {
  server = launchServer(dataDir);
  url = await server.url;
  cast = await signInCast(() => url);
});

const statusOf = async (route: string) => (await fetch(url + route)).status;
const isReady = async () => (await statusOf('/readyz')) === 200;

/** The living processes that the server has started: its engine. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/**
 * Stands in line for the lock of the data folder, so that it has it the moment the engine dies and no other engine can
 * open the folder until it is let go: the gap lasts as long as the test needs. Needs flock(1), as every Linux has it.
 */
async function queueForFolder(): Promise<() => void> {
  const lock = path.join(dataDir, 'db/mongod.lock');
  const waiting = spawn('flock', [lock, '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(waiting, 'spawn');
  return () => waiting.stdin.end();
}

describe('kill -9 of the engine while the server works', () => {
  it('keeps every acknowledged request for help, and the server goes on by itself', async () => {
    const acknowledged: string[] = [];
    const unsure = new Set<string>();
    let over = false;
    const askOneAfterTheOther = async () => {
      while (!over) {
        const taskId = aTaskId();
        unsure.add(taskId);
        await tell(cast, taskId, 'ask', () => acknowledged.push(taskId));
        unsure.delete(taskId);
      }
    };
    const asking = Promise.all(Array.from({ length: 4 }, askOneAfterTheOther));
    await until('requests for help come in', () => acknowledged.length >= 20);

    const first = enginePid(dataDir)!;
    const letGo = await queueForFolder();
    process.kill(first, 'SIGKILL');

    // In the gap: the process is alive, says that it is not ready, and answers in words that it is busy.
    expect(await statusOf('/healthz')).toBe(200);
    const [ready, api] = await Promise.all([
      fetch(`${url}/readyz`),
      doAct(cast, aTaskId(), 'ask').catch((error: unknown) => error),
    ]);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'busy', words: expect.stringContaining(refusals.busy.words) });
    expect(api).toBeInstanceOf(Refusal);
    expect(api).toMatchObject({ code: 'busy', status: 503, message: refusals.busy.words });
    letGo();

    await until('the server is ready again', isReady, () => server.output());
    const before = acknowledged.length;
    await until('requests for help come in again', () => acknowledged.length >= before + 20);
    over = true;
    await asking;
    expect(server.child.exitCode).toBeNull();
    expect(enginePid(dataDir)).not.toBe(first);
    expect(server.output()).toContain('内置数据库意外结束（SIGKILL），正在重新启动');

    expect([...unsure]).toEqual([]);
    const { tasks } = await stored(dataDir, acknowledged);
    const kept = new Set(tasks.map(({ _id }) => _id));
    expect(acknowledged.filter((taskId) => !kept.has(taskId))).toEqual([]);
    expect(new Set(tasks.map(({ history }) => history.length))).toEqual(new Set([1]));
    await settled(dataDir, acknowledged);
  });

  it('also when the next engine dies while it opens the folder', async () => {
    for (let time = 1; time <= 2; time++) {
      const letGo = await queueForFolder();
      const engine = enginePid(dataDir)!;
      process.kill(engine, 'SIGKILL');
      const opening = () => childrenOf(server.child.pid!).find((pid) => pid !== engine);
      await until('the next engine is on its way', () => opening() !== undefined);
      process.kill(opening()!, 'SIGKILL');
      letGo();
      await until('the server is ready again', isReady, () => server.output());
    }
    const taskId = aTaskId();
    await doAct(cast, taskId, 'ask');
    expect((await stored(dataDir, [taskId])).tasks).toHaveLength(1);
  });
});
