import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock as clock } from '../../server/clock.ts';
import { openStore, type Store } from '../../server/store/connect.ts';
import { testFolder } from '../support/engine.ts';

const folder = testFolder();
const opened: Store[] = [];
const servers: ChildProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
  for (const store of opened.splice(0)) await store.close();
});

async function open(name: string): Promise<Store> {
  const store = await openStore({ dataDir: path.join(folder, name), clock });
  opened.push(store);
  return store;
}

/** A process that ended but was not yet collected by its parent (a zombie) no longer runs. */
const isAlive = (pid: number) => {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && !stdout.trim().startsWith('Z');
};
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await wait(50);
};

/** A server process of its own that opens the folder and writes one journaled line after another. */
async function otherServer(
  name: string,
): Promise<{ server: ChildProcess; enginePid: number; acknowledged: () => number }> {
  const script = path.join(import.meta.dirname, '../support/write-lines.ts');
  const server = spawn(process.execPath, [script, path.join(folder, name)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  servers.push(server);
  let last = 0;
  const enginePid = await new Promise<number>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the other server ended')));
    server.on('message', (message: { enginePid?: number; line?: number }) => {
      if (message.enginePid) resolve(message.enginePid);
      if (message.line) last = message.line;
    });
  });
  return { server, enginePid, acknowledged: () => last };
}

describe('the embedded engine', () => {
  it('keeps what was written over a clean stop', async () => {
    const first = await open('clean');
    await first.connection.collection('notes').insertOne({ line: 1 });
    const pid = first.engine!.pid();
    await first.close();
    expect(isAlive(pid)).toBe(false);
    const second = await open('clean');
    expect(await second.connection.collection('notes').countDocuments({})).toBe(1);
  });

  it('starts itself again after kill -9 and has every acknowledged write', async () => {
    const store = await open('killed');
    const notes = store.connection.collection<{ _id: number }>('notes');
    const before = store.engine!.pid();
    const acknowledged: number[] = [];
    for (let line = 1; line <= 200; line++) {
      if (line === 150) process.kill(before, 'SIGKILL');
      await notes.insertOne({ _id: line }).then(
        () => acknowledged.push(line),
        () => wait(20),
      );
    }
    await until(() =>
      store.ping().then(
        () => true,
        () => false,
      ),
    );
    expect(store.engine!.pid()).not.toBe(before);
    const kept = new Set((await notes.find({}).toArray()).map(({ _id }) => _id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(149);
    expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
  });

  it('refuses a second owner of the folder and says who holds it', async () => {
    await open('held');
    const second = openStore({ dataDir: path.join(folder, 'held'), clock });
    await expect(second).rejects.toMatchObject({
      name: 'DataHeld',
      message: expect.stringMatching(
        new RegExp(`正被另一个五边程序使用（进程 ${process.pid}，启动于 .+）。请先停止它`),
      ),
      owner: { serverPid: process.pid },
    });
  });

  it('ends with its server, and the next server has every acknowledged write', async () => {
    const { server, enginePid, acknowledged } = await otherServer('orphan');
    await until(() => acknowledged() >= 50);
    server.kill('SIGKILL');
    await until(() => server.signalCode !== null);
    const lines = acknowledged();
    const next = await open('orphan');
    await until(() => !isAlive(enginePid));
    expect(await next.connection.collection('lines').countDocuments({})).toBeGreaterThanOrEqual(lines);
  });

  it('decides on journaled w:1 here, and on no session features', async () => {
    const store = await open('concern');
    expect(store.removesExpired).toBe(false);
    expect(store.connection.getClient().options).toMatchObject({
      writeConcern: { w: 1, journal: true },
      readConcern: { level: 'local' },
      retryWrites: false,
    });
  });
});
