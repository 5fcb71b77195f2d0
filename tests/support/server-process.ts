import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from 'vitest';
import { systemClock as clock } from '../../server/clock.ts';
import { openStore } from '../../server/store/connect.ts';
import { engineUri } from '../../server/store/engine-socket.ts';
import type { Owner } from '../../server/store/launch-engine.ts';
import './engine.ts';
import { until } from './until.ts';

export { engineUri };

export interface ServerProcess {
  child: ChildProcess;
  dataDir: string;
  /** All that it has said on both streams. */
  output(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Where it listens, once it says so; rejects with its words when it ends before. */
  url: Promise<string>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

const main = path.join(import.meta.dirname, '../../server/main.ts');
const running = new Set<ChildProcess>();
const dataDirs = new Set<string>();

/** Nothing outlives the test file, however it ends. An engine ends by itself with its server. */
const killAll = () => {
  for (const child of running) child.kill('SIGKILL');
};
process.once('exit', killAll);
afterAll(async () => {
  killAll();
  await until('every server has ended', () => running.size === 0);
  for (const dataDir of dataDirs) await until(`the engine of ${dataDir} has ended`, () => enginePid(dataDir) === null);
});

const kept = ['PATH', 'HOME', 'TMPDIR', 'XDG_CACHE_HOME', 'PRIVATE_GLIBC'];

/** The program as a process of its own, as `npm start` runs it, on a free port and with the demo street. */
export function launchServer(dataDir: string, env: Record<string, string> = {}, script = main): ServerProcess {
  const inherited = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  const child = spawn(process.execPath, [script], {
    env: { ...inherited, DEMO: '1', PORT: '0', LOG_LEVEL: 'fatal', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  dataDirs.add(dataDir);
  let output = '';
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    // Not 'close': the engine holds the same streams for a moment longer.
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk) => {
        output += chunk;
        const found = /已启动：(http:\S+?)　/.exec(output)?.[1];
        if (found) resolve(found);
      });
    }
    ended.then(({ code, signal }) => reject(new Error(`ended (${signal ?? code}) before it listened: ${output}`)));
  });
  url.catch(() => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { child, dataDir, output: () => output, ended, url, kill };
}

/** Process id of the engine that serves a data folder; null when none does. */
export function enginePid(dataDir: string): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(path.join(dataDir, 'owner.json'), 'utf8')) as Owner;
    const [, state] = /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state === 'Z' ? null : pid;
  } catch {
    return null;
  }
}

/** Looks into the database of a running server from outside, once; what is stored is the proof, not what is shown. */
export async function lookInto<T>(
  dataDir: string,
  look: (db: Awaited<ReturnType<typeof openStore>>['connection']) => Promise<T>,
): Promise<T> {
  const store = await openStore({ dataDir, clock, mongodbUri: engineUri(dataDir) });
  try {
    return await look(store.connection);
  } finally {
    await store.close();
  }
}
