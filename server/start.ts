import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Job } from './jobs/due-worker.ts';
import { createLog, type Logger } from './log.ts';
import { openStore, type Store } from './store/connect.ts';
import { createFieldCipher, type FieldCipher } from './store/field-cipher.ts';
import { keysOf } from './store/key-file.ts';

/** What the composition root gets to build the program from. */
export interface AppDeps {
  config: Config;
  store: Store;
  cipher: FieldCipher;
  clock: Clock;
  log: Logger;
}

/** The program without its socket. Indexes are made and seeds are filled when the promise resolves. */
export interface App {
  listener: RequestListener;
  /** Takes sockets on the server that the listener answers on; the answer ends them. */
  attach?: (server: Server) => () => Promise<void>;
  jobs: readonly Job[];
  /** Lines in Chinese for the terminal, under the address: as whom to sign in, say. */
  welcome: readonly string[];
}
export type CreateApp = (deps: AppDeps) => Promise<App>;

export interface StartOptions {
  config: Config;
  createApp: CreateApp;
  clock?: Clock;
  log?: Logger;
  /** Lines in Chinese for the person at the terminal. */
  say?: (line: string) => void;
}

export interface Started {
  /** Where to open it, e.g. `http://127.0.0.1:8700`. */
  url: string;
  app: App;
  store: Store;
  /** Stops accepting, finishes requests, stops jobs, closes the store. Safe to call twice. */
  stop(): Promise<void>;
}

/** Requests that are still running get this long at a stop. */
const FINISH_MS = 10_000;

/** The port is taken or not allowed; told in words. */
export class PortRefused extends Error {
  constructor(config: Config, code: string | undefined) {
    const why = code === 'EADDRINUSE' ? '已被别的程序占用' : code === 'EACCES' ? '没有权限使用' : `不能使用（${code}）`;
    super(
      `端口 ${config.host}:${config.port} ${why}。请停止占用它的程序，或用 PORT 指定别的端口，例如 PORT=8701 npm start`,
    );
    this.name = 'PortRefused';
  }
}

function listen(server: Server, config: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortRefused(config, error.code)));
    server.listen({ port: config.port, host: config.host }, () => resolve(server.address() as AddressInfo));
  });
}

function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), FINISH_MS);
    // A kept-alive connection becomes idle when its last request is answered.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(hard);
      clearInterval(idle);
      resolve();
    });
  });
}

/**
 * Opens the store, builds the app, starts its jobs and listens. Throws `ConfigError`, `DataHeld` or `PortRefused`
 * with words for the person at the terminal; nothing keeps running then.
 */
export async function startServer(options: StartOptions): Promise<Started> {
  const { config, createApp, clock = systemClock, say = () => {} } = options;
  const log = options.log ?? createLog(config.logLevel);
  const keys = keysOf(config);
  const store = await openStore({ ...config, clock, say });
  try {
    const app = await createApp({ config, store, cipher: createFieldCipher(keys), clock, log });
    const server = createServer(app.listener);
    const { port } = await listen(server, config);
    const detach = app.attach?.(server);
    for (const job of app.jobs) job.start();
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      // A socket is a connection too: the server is closed when all of them are.
      await Promise.all([finish(server), detach?.()]);
      await Promise.all(app.jobs.map((job) => job.stop()));
      await store.close();
    };
    const url = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
    return { url, app, store, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const plainErrors = new Set(['ConfigError', 'DataHeld', 'PortRefused']);

/** Tells why the program did not start, in words if it has them. */
function tellFailure(error: unknown): void {
  const known = error instanceof Error && (plainErrors.has(error.name) || /[\u4e00-\u9fff]/.test(error.message));
  console.error(known ? (error as Error).message : '程序没有启动：');
  if (!known) console.error(error);
}

/**
 * The program as a process: reads the configuration, starts, says where to open it, and stops in order on SIGTERM or
 * SIGINT (exit code 0). Exit code 1 when it could not start; a second signal ends it at once.
 */
export async function runServer(readConfig: () => Config, createApp: CreateApp): Promise<void> {
  const say = (line: string) => console.log(line);
  let started: Started;
  try {
    const config = readConfig();
    started = await startServer({ config, createApp, say });
  } catch (error) {
    tellFailure(error);
    process.exit(1);
  }
  say(`五边 Wubian 已启动：${started.url}　接口说明：${started.url}/api/docs`);
  for (const line of started.app.welcome) say(line);

  let asked = false;
  const end = async () => {
    if (asked) process.exit(1);
    asked = true;
    say('正在停止……');
    await started.stop();
    say('已停止。');
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
