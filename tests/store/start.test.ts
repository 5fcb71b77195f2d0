import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock as clock } from '../../server/clock.ts';
import { openStore } from '../../server/store/connect.ts';
import { testFolder } from '../support/engine.ts';

const folder = testFolder();
const script = path.join(import.meta.dirname, '../support/small-server.ts');
const processes: ChildProcess[] = [];
afterEach(() => {
  for (const one of processes.splice(0)) one.kill('SIGKILL');
});

interface Program {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
  url: () => Promise<string>;
}

function run(env: Record<string, string>): Program {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  processes.push(child);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = () =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = /已启动：(http:\S+?)　/.exec(output)?.[1];
        if (found) resolve(found);
      };
      child.stdout!.on('data', look);
      look();
      ended.then(() => reject(new Error(output)));
    });
  return { process: child, output: () => output, ended, url };
}

describe('the server process', () => {
  it('says where to open it, finishes running requests on SIGTERM, and exits with 0', async () => {
    const DATA_DIR = path.join(folder, 'one');
    const program = run({ DATA_DIR });
    const url = await program.url();
    const slow = fetch(`${url}/slow`);
    await new Promise((resolve) => program.process.once('message', resolve));
    program.process.kill('SIGTERM');
    expect(await (await slow).text()).toBe('ok');
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('已停止。');
    await expect(fetch(url)).rejects.toThrow();
    const store = await openStore({ dataDir: DATA_DIR, clock });
    const visits = await store.connection.collection('visits').countDocuments({ url: '/slow' });
    await store.close();
    expect(visits).toBe(1);
  });

  it('says who holds the data folder at a second start, and exits with 1', async () => {
    const DATA_DIR = path.join(folder, 'two');
    const first = run({ DATA_DIR });
    await first.url();
    const second = run({ DATA_DIR });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`正被另一个五边程序使用（进程 ${first.process.pid}，启动于`);
    expect(await (await fetch(await first.url())).text()).toBe('ok');
  });

  it('says so when the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const PORT = String((other.address() as { port: number }).port);
    const DATA_DIR = path.join(folder, 'three');
    const program = run({ DATA_DIR, PORT });
    expect(await program.ended).toBe(1);
    other.close();
    expect(program.output()).toContain(`端口 127.0.0.1:${PORT} 已被别的程序占用`);
    await (await openStore({ dataDir: DATA_DIR, clock })).close();
  });

  it('refuses a wrong environment in words', async () => {
    const program = run({ PORT: 'http', DEMO: 'yes', DATA_DIR: path.join(folder, 'four') });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/配置有误.*\n.*PORT：.*\n.*DEMO：/);
  });
});
