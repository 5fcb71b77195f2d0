import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock as clock } from '../../../server/clock.ts';
import { startEngine } from '../../../server/store/launch-engine.ts';

/** A span of time in epoch ms. */
export interface Span {
  from: number;
  to: number;
}

const main = path.join(import.meta.dirname, '../../../server/main.ts');
const LOOK_MS = 100;
/** A server that says nothing for so long is not ready. */
const SILENT_MS = 2_000;
const kept = ['PATH', 'HOME', 'TMPDIR', 'XDG_CACHE_HOME', 'PRIVATE_GLIBC'];

/** Two servers on one engine, each of the three a process of its own, killed and started again at will. */
export async function startProcesses(env: Record<string, string>, say: (line: string) => void) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-faults-'));
  const inherited = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  const engine = await startEngine({ dataDir: folder, clock, privateGlibc: process.env.PRIVATE_GLIBC ?? null, say });
  const common = {
    ...{ ...inherited, DEMO: '1', PORT: '0', LOG_LEVEL: 'error', DATA_DIR: folder, MONGODB_URI: engine.uri },
    FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    ...env,
  };
  const children: (ChildProcess | undefined)[] = [undefined, undefined];
  const urls: (string | null)[] = [null, null];
  /** What the servers said at error level, the newest last. */
  const errors: string[] = [];
  let stopping = false;
  const endAll = () => {
    for (const child of children) child?.kill('SIGKILL');
  };
  process.once('exit', endAll);

  /** Starts this server; resolves when it listens, or is killed before. */
  function launch(place: number): Promise<void> {
    const child = spawn(process.execPath, [main], { env: common, stdio: ['ignore', 'pipe', 'pipe'] });
    children[place] = child;
    let said = '';
    const listens = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        for (const line of String(chunk).split('\n')) if (line.includes('"level":50')) errors.push(line);
        if (urls[place] || child.killed) return;
        said += chunk;
        const found = /已启动：(http:\S+?)　/.exec(said)?.[1];
        if (!found) return;
        urls[place] = found;
        resolve();
      });
    });
    child.stderr.on('data', (chunk) => errors.push(String(chunk)));
    const ends = new Promise<void>((resolve) =>
      child.once('exit', (code) => {
        if (children[place] === child) urls[place] = null;
        // Whoever dies by itself, because the engine was away while it started, is started again as any host does.
        if (!child.killed && !stopping) {
          say(`server ${place + 1} ended by itself (${code}) and is started again`);
          void wait(500).then(() => (stopping ? undefined : launch(place)));
        }
        resolve();
      }),
    );
    return Promise.race([listens, ends]);
  }

  /** When no server was ready; the last one is open until somebody is. */
  const gaps: Span[] = [];
  let gapFrom: number | null = clock().getTime();
  const isReady = async (url: string | null): Promise<boolean> => {
    if (!url) return false;
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(SILENT_MS) }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status === 200;
  };
  const watching = (async () => {
    while (!stopping) {
      const from = clock().getTime();
      const anybody = (await Promise.all(urls.map(isReady))).includes(true);
      if (anybody && gapFrom !== null) {
        gaps.push({ from: gapFrom, to: clock().getTime() });
        gapFrom = null;
      }
      if (!anybody) gapFrom ??= from;
      await wait(LOOK_MS);
    }
    if (gapFrom !== null) gaps.push({ from: gapFrom, to: clock().getTime() });
  })();

  await launch(0);
  await launch(1);
  return {
    uri: engine.uri,
    errors,
    gaps,
    /** The address of one that stands, by turns; while none does, of nobody. */
    url(turn: number): string {
      const standing = urls.filter((url) => url !== null);
      return standing[turn % Math.max(1, standing.length)] ?? 'http://127.0.0.1:9';
    },
    /** Both servers listen. */
    allStand: (): boolean => urls.every((url) => url !== null),
    /** `kill -9` of a server, which starts again at once. */
    async killServer(place: number): Promise<void> {
      const child = children[place]!;
      urls[place] = null;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once('exit', resolve));
      if (!stopping) void launch(place);
    },
    /** `kill -9` of the engine, which is started again by its keeper, here this process. */
    killEngine(): void {
      gapFrom ??= clock().getTime();
      process.kill(engine.pid(), 'SIGKILL');
    },
    async stop(): Promise<void> {
      stopping = true;
      await watching;
      endAll();
      process.off('exit', endAll);
      await engine.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
