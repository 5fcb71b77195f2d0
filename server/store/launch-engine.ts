import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { socketOf } from './engine-socket.ts';
import { nodeCommand } from './private-glibc.ts';

/** Who holds a data folder: the engine's process, the server that started it, and since when (ISO, UTC). */
export interface Owner {
  pid: number;
  serverPid: number;
  startedAt: string;
}

/** The data folder is in use by a living program; the message says by whom, in Chinese. */
export class DataHeld extends Error {
  readonly owner: Owner | null;

  constructor(folder: string, owner: Owner | null) {
    const who = owner ? `（进程 ${owner.serverPid}，启动于 ${localTime(owner.startedAt)}）` : '';
    super(`数据目录 ${folder} 正被另一个五边程序使用${who}。请先停止它，或用 DATA_DIR 指定别的目录。`);
    this.name = 'DataHeld';
    this.owner = owner;
  }
}

export interface EngineOptions {
  /** Data folder; made if missing. The database lives in `db` below it. */
  dataDir: string;
  clock: Clock;
  privateGlibc?: string | null;
  /** Progress lines and engine restarts, in Chinese. */
  say?: (line: string) => void;
}

export interface Engine {
  uri: string;
  /** Process id of the engine that runs now; another one after it was restarted. */
  pid(): number;
  /** Closes cleanly; ends the process hard after a grace time. Safe to call twice. */
  stop(): Promise<void>;
}

type Message = { ready: true; uri: string } | { held: true; owner: Owner | null } | { failed: string };

/** Opening repairs what a crash left: seconds, not minutes, even for large data. */
const READY_MS = 120_000;
/** The engine gives itself 10 s to close; beyond that it is stuck. */
const STOP_MS = 15_000;
const RESTARTS = 5;
const RETRY_MS = 500;
const HEALTHY_MS = 60_000;

const localTime = (iso: string) => new Date(iso).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function firstMessage(child: ChildProcess): Promise<Message> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ failed: `${READY_MS / 1000} 秒内没有就绪` });
    }, READY_MS);
    const settle = (message: Message) => {
      clearTimeout(timer);
      resolve(message);
    };
    child.once('message', (message) => settle(message as Message));
    child.once('error', (error) => settle({ failed: error.message }));
    child.once('exit', (code, signal) => settle({ failed: `进程提前结束（${signal ?? code}）` }));
  });
}

/**
 * Starts the embedded MongoDB engine on a data folder, as a child process that closes itself when this process dies,
 * and starts it again if it dies by itself. Throws `DataHeld` when another living server has the folder, and an
 * Error in words when the engine cannot start.
 */
export async function startEngine({ dataDir, clock, privateGlibc, say = () => {} }: EngineOptions): Promise<Engine> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  const [executable, leading] = await nodeCommand(privateGlibc, say);
  const { LD_LIBRARY_PATH: _, NODE_OPTIONS: __, ...env } = process.env;

  async function launch(): Promise<ChildProcess & { uri: string }> {
    const options = { data: path.join(folder, 'db'), socket: socketOf(folder), owner: path.join(folder, 'owner.json') };
    const flags = Object.entries({ ...options, started: clock().toISOString() }).flatMap(([k, v]) => [`--${k}`, v]);
    const script = path.join(import.meta.dirname, 'engine.cjs');
    for (const patience = AbortSignal.timeout(STOP_MS); ; await wait(200)) {
      const child = spawn(executable, [...leading, script, ...flags], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env,
      });
      const message = await firstMessage(child);
      if ('ready' in message) return Object.assign(child, { uri: message.uri });
      if ('failed' in message) throw new Error(`内置数据库没有启动：${message.failed}`);
      // The engine of a server that was just killed is still closing: its turn ends in seconds.
      const closing = message.owner === null || !isAlive(message.owner.serverPid) || !isAlive(message.owner.pid);
      if (!closing || patience.aborted) throw new DataHeld(dataDir, message.owner);
    }
  }

  let child = await launch();
  let stopping: Promise<void> | undefined;
  let restarts = 0;
  /** The next engine, however many of them die on their way; null when it is given up, and the reason has been said. */
  async function relaunch(): Promise<Awaited<ReturnType<typeof launch>> | null> {
    for (let reason = ''; !stopping; await wait(RETRY_MS)) {
      if (++restarts > RESTARTS) {
        say(`内置数据库无法重新启动：重启次数过多${reason && `，${reason}`}。请停止程序，查明原因后再启动。`);
        return null;
      }
      try {
        return await launch();
      } catch (error) {
        reason = (error as Error).message;
      }
    }
    return null;
  }
  const watch = () => {
    const healthy = setTimeout(() => (restarts = 0), HEALTHY_MS).unref();
    child.once('exit', async (code, signal) => {
      clearTimeout(healthy);
      if (stopping) return;
      say(`内置数据库意外结束（${signal ?? code}），正在重新启动……`);
      const next = await relaunch();
      if (!next) return;
      child = next;
      if (stopping) child.kill('SIGTERM');
      else watch();
    });
  };
  watch();

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(hard);
  }
  return { uri: child.uri, pid: () => child.pid!, stop: () => (stopping ??= stop()) };
}
