import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server under measurement. */
export interface Measured {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const START_MS = 60_000;
const url = /http:\/\/127\.0\.0\.1:\d+/;

async function firstUrl(child: ChildProcess, file: string): Promise<string> {
  for (let waited = 0; waited < START_MS; waited += 100) {
    const found = url.exec(readFileSync(file, 'utf8'))?.[0];
    if (found) return found;
    if (child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`the server did not start:\n${readFileSync(file, 'utf8').slice(-2_000)}`);
}

/**
 * Starts a script of this repository as a process of its own, its output in a file as under a service manager, and
 * waits for the address that it prints.
 */
export async function startProcess(
  script: string,
  env: Record<string, string>,
  folder: string,
  nodeOptions: readonly string[] = [],
): Promise<Measured> {
  const file = path.join(folder, `${path.basename(script)}.out`);
  const out = openSync(file, 'w');
  const child = spawn(process.execPath, [...nodeOptions, path.resolve(import.meta.dirname, '..', script)], {
    stdio: ['ignore', out, out],
    env: { PATH: process.env.PATH, ...env },
  });
  closeSync(out);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // However this program ends, nothing of it stays behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  ended.then(() => process.off('exit', end));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    return { url: await firstUrl(child, file), pid: child.pid!, stop };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
