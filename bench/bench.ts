import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { systemClock } from '../server/clock.ts';
import { openStore, type Store } from '../server/store/connect.ts';
import { createFieldCipher, type FieldCipher } from '../server/store/field-cipher.ts';
import { cpuMsOf } from './cpu.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import { measure } from './load.ts';
import { type Measured, startProcess } from './processes.ts';
import { type Figures, medianOf, type Row } from './rows.ts';
import { sizeOf } from './street/areas.ts';
import { type FillDeps, fillStreet } from './street/fill.ts';
import { keepTasks, outboxDone } from './tasks.ts';

export interface BenchOptions {
  /** 1: a street of 100,000 elders and 100,000 tasks. */
  scale: number;
  rounds: number;
  /** Length of one window. */
  seconds: number;
  connections: number;
  /** How many volunteers of each community send requests. */
  activeEach: number;
  /** Measure these only; by default all. */
  only?: readonly string[];
  say: (line: string) => void;
  /** Fills the street and tells what to measure; by default the street of elders and tasks and its four endpoints. */
  plan?: (deps: FillDeps) => Promise<readonly Endpoint[]>;
  /** Gets the running parts before anything is measured; for tests. */
  look?: (running: Running) => Promise<void>;
}

/** Both servers on one engine over one filled street. */
export interface Running {
  store: Store;
  cipher: FieldCipher;
  ours: Measured;
  baseline: Measured;
  endpoints: readonly Endpoint[];
}

type Side = 'ours' | 'baseline';

/** One window on one side, with the processor time until everything that follows from its requests is done. */
async function window(running: Running, endpoint: Endpoint, side: Side, { seconds, connections }: BenchOptions) {
  const { store, [side]: server } = running;
  const cpu = () => ({ server: cpuMsOf(server.pid), engine: cpuMsOf(store.engine!.pid()) });
  const before = cpu();
  const load = { ...endpoint, url: server.url, requests: endpoint[side], connections, seconds };
  const { replies, ...seen } = await measure(load);
  if (endpoint.isEachOnce) await outboxDone(store);
  const after = cpu();
  const figures: Figures = {
    ...seen,
    serverCpuMs: (after.server - before.server) / replies,
    engineCpuMs: (after.engine - before.engine) / replies,
  };
  return figures;
}

/** What looks through a whole street is asked by one at a time. */
const slowSeconds = 5;

/** A warm-up of both sides, then windows by turns. */
async function row(running: Running, endpoint: Endpoint, asked: BenchOptions): Promise<Row> {
  const options = endpoint.isSlow ? { ...asked, connections: 1, seconds: slowSeconds } : asked;
  const windows: Record<Side, Figures[]> = { ours: [], baseline: [] };
  const restore = endpoint.isEachOnce ? await keepTasks(running.store) : async () => {};
  for (let round = 0; round <= options.rounds; round++) {
    // Who goes first changes, so that neither always finds what the other has left behind.
    const order: readonly Side[] = round % 2 ? ['ours', 'baseline'] : ['baseline', 'ours'];
    for (const side of order) {
      const figures = await window(running, endpoint, side, options);
      if (round > 0) windows[side].push(figures);
      await restore();
    }
  }
  return { name: endpoint.name, ours: medianOf(windows.ours), baseline: medianOf(windows.baseline) };
}

async function streetPlan(deps: FillDeps, { scale, activeEach }: BenchOptions): Promise<readonly Endpoint[]> {
  const size = sizeOf(scale);
  deps.say(`Filling a street of ${size.elders} elders and ${size.tasks} tasks`);
  return endpointsOf(deps.store, await fillStreet(deps, size), activeEach);
}

/** Fills a street in a folder of its own, measures both servers on it by turns, and leaves nothing behind. */
export async function runBench(options: BenchOptions): Promise<Row[]> {
  const { say, plan = (deps: FillDeps) => streetPlan(deps, options) } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-bench-'));
  const store = await openStore({ dataDir: path.join(folder, 'data'), clock: systemClock, say });
  const servers: Measured[] = [];
  try {
    const [key, indexKey] = [randomBytes(32), randomBytes(32)];
    const cipher = createFieldCipher({ keys: [{ id: 1, key }], indexKey });
    const endpoints = await plan({ store, cipher, clock: systemClock, say });
    const env = {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      MONGODB_URI: store.uri,
      FIELD_KEYS: `1:${key.toString('base64')}`,
      INDEX_KEY: indexKey.toString('base64'),
    };
    const start = async (script: string) => {
      const server = await startProcess(
        script,
        env,
        folder,
        process.env.BENCH_NODE_OPTIONS?.split(' ').filter(Boolean),
      );
      servers.push(server);
      return server;
    };
    const ours = await start('server/main.ts');
    const baseline = await start('bench/baseline.ts');
    const running = { store, cipher, ours, baseline, endpoints };
    await options.look?.(running);
    const rows: Row[] = [];
    for (const endpoint of endpoints) {
      if (options.only && !options.only.some((word) => endpoint.name.includes(word))) continue;
      say(`Measuring: ${endpoint.name} (${endpoint.what})`);
      const shown = await row(running, endpoint, options);
      const told = ({ perSecond, p50 }: Figures) =>
        `${perSecond.toFixed(1)} replies a second, half of them in ${p50} ms`;
      say(`  ${told(shown.ours)}; the baseline ${told(shown.baseline)}`);
      rows.push(shown);
    }
    return rows;
  } finally {
    for (const server of servers) await server.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
