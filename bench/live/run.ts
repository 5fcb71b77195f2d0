import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { systemClock as clock } from '../../server/clock.ts';
import { deskTopic } from '../../server/live/door.ts';
import { createBus } from '../../server/store/bus.ts';
import { openStore } from '../../server/store/connect.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { createStreetStore, createStreets } from '../../server/streets/index.ts';
import { cpuMsOf } from '../cpu.ts';
import { type Measured, startProcess } from '../processes.ts';
import { aStreet, sizeOf } from '../street/areas.ts';
import { openCrowd } from './crowd.ts';
import type { Standing } from './measured.ts';
import { signInStaff } from './staff.ts';

/** What one server has shown with all its connections open. */
export interface LiveFigures {
  openedMs: number;
  rssKbEach: number;
  heapKbEach: number;
  /** Of the time from the trigger until a connection had heard, over all connections and rounds. */
  p50: number;
  p99: number;
  /** The longest time in which the server could do nothing else while it told them, median of the rounds. */
  blockedMs: number;
  /** Processor time of the server for telling all, median of the rounds; and while nothing happens, share of a second. */
  cpuMs: number;
  idleCpu: number;
}

export interface LiveBenchOptions {
  connections: number;
  rounds: number;
  say: (line: string) => void;
}

const IDLE_MS = 5_000;
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const at = (values: readonly number[], share: number) => sorted(values)[Math.floor((values.length - 1) * share)]!;
const ask = async (server: Measured, what: string) => (await fetch(`${server.url}/bench/${what}`)).text();
const standing = async (server: Measured): Promise<Standing> => JSON.parse(await ask(server, 'standing'));

/** Opens all connections to one server, tells them something so many times, and closes them. */
async function measure(
  server: Measured,
  tokens: readonly string[],
  rounds: number,
  trigger: (id: string) => Promise<unknown>,
): Promise<LiveFigures> {
  // The first connections warm the server's code up and are not counted.
  await (await openCrowd(server.url, tokens.slice(0, 200))).close();
  const before = await standing(server);
  const crowd = await openCrowd(server.url, tokens);
  const after = await standing(server);
  const each = (pick: (one: Standing) => number) => (pick(after) - pick(before)) / tokens.length;

  const idle = cpuMsOf(server.pid);
  await new Promise((next) => setTimeout(next, IDLE_MS));
  const idleCpu = (cpuMsOf(server.pid) - idle) / IDLE_MS;

  const latencies: number[] = [];
  const blocked: number[] = [];
  const cpus: number[] = [];
  for (let round = -1; round < rounds; round++) {
    await ask(server, 'blocked');
    // Its watch needs a few turns of the loop before it sees anything.
    await new Promise((next) => setTimeout(next, 50));
    const cpu = cpuMsOf(server.pid);
    const times = await crowd.told(`event${round}`, () => trigger(`event${round}`));
    const blockedMs = Number(await ask(server, 'blocked'));
    if (round < 0) continue;
    latencies.push(...times);
    blocked.push(blockedMs);
    cpus.push(cpuMsOf(server.pid) - cpu);
  }
  await crowd.close();
  return {
    openedMs: crowd.openedMs,
    rssKbEach: each(({ rssKb }) => rssKb),
    heapKbEach: each(({ heapKb }) => heapKb),
    ...{ p50: at(latencies, 0.5), p99: at(latencies, 0.99) },
    ...{ blockedMs: at(blocked, 0.5), cpuMs: at(cpus, 0.5), idleCpu },
  };
}

/**
 * As many people as asked for sit at one desk with the program open, each with a session of her own: what a connection
 * costs, and how long it takes until all have heard of one event. Ours, told by itself and by another process, beside
 * a bare server.
 */
export async function runLiveBench({ connections, rounds, say }: LiveBenchOptions) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-bench-'));
  const store = await openStore({ dataDir: path.join(folder, 'data'), clock, say });
  const servers: Measured[] = [];
  try {
    const [key, indexKey] = [randomBytes(32), randomBytes(32)];
    const cipher = createFieldCipher({ keys: [{ id: 1, key }], indexKey });
    const streets = createStreets(createStreetStore(store.connection), clock);
    const street = aStreet(sizeOf(0.2));
    await streets.save(street);
    const [community] = street.communities;
    say(`Signing ${connections} people in`);
    const where = { streetId: street.id, communityId: community!.id, count: connections };
    const tokens = await signInStaff({ store, cipher, streets, clock }, where);
    const topic = deskTopic(street.id, community!.id);
    const env = {
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', MONGODB_URI: store.uri, TOPIC: topic },
      FIELD_KEYS: `1:${key.toString('base64')}`,
      INDEX_KEY: indexKey.toString('base64'),
    };
    const start = async (script: string) => {
      const server = await startProcess(script, env, folder, ['--expose-gc']);
      servers.push(server);
      return server;
    };
    const [ours, bare] = [await start('bench/live/ours.ts'), await start('bench/live/bare.ts')];
    const asked = (server: Measured) => (id: string) => ask(server, `tell/${id}`);
    const bus = createBus(store.connection, clock);
    say('Measuring: bare');
    const baseline = await measure(bare, tokens, rounds, asked(bare));
    say('Measuring: ours');
    const own = await measure(ours, tokens, rounds, asked(ours));
    say('Measuring: ours, told by another process');
    const other = await measure(ours, tokens, rounds, (id) => bus.send({ topics: [topic], kind: 'incident', id }));
    return { ours: own, other, baseline };
  } finally {
    for (const server of servers) await server.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const heads = [
  '',
  'all open s',
  'RSS KB each',
  'heap KB each',
  'p50 ms',
  'p99 ms',
  'blocked ms',
  'CPU ms',
  'idle CPU %',
];

/** The figures as a Markdown table; the ratio is ours divided by the baseline's. */
export function liveTable({ ours, other, baseline }: Awaited<ReturnType<typeof runLiveBench>>): string {
  const numbers = (one: LiveFigures) => [
    one.openedMs / 1_000,
    ...[one.rssKbEach, one.heapKbEach, one.p50, one.p99, one.blockedMs, one.cpuMs, one.idleCpu * 100],
  ];
  const cells = (name: string, values: readonly number[]) => [name, ...values.map((value) => value.toFixed(1))];
  const bare = numbers(baseline);
  const ratio = numbers(ours).map((value, n) => (bare[n]! > 0 ? (value / bare[n]!).toFixed(2) : '–'));
  const lines = [
    cells('**ours**', numbers(ours)),
    cells('**ours**, told by another process', numbers(other)),
    cells('baseline', bare),
    ['ratio', ...ratio],
  ];
  return [heads, heads.map((_, n) => (n ? '--:' : '---')), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
