import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock as clock } from '../../server/clock.ts';
import type { StoredIncident } from '../../server/response/incidents/stored-incident.ts';
import { openStore, type Store } from '../../server/store/connect.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import { type Measured, startProcess } from '../processes.ts';
import { sizeOf } from '../street/areas.ts';
import { type FilledStreet, fillStreet } from '../street/fill.ts';
import { asFastAsItGoes, type Call, paced, type Raised } from './load.ts';

export interface AlarmBenchOptions {
  elders: number;
  /** Calls that stand open and answered meanwhile. */
  open: number;
  rounds: number;
  /** Alarms in one window as fast as it goes. */
  each: number;
  /** Alarms a second in a paced window of ten seconds. */
  perSecond: number;
  say: (line: string) => void;
}

/** What one side has shown; milliseconds, the middle one of the windows. */
export interface AlarmFigures {
  perSecond: number;
  answer: { p50: number; p99: number };
  first: { p50: number; p99: number };
}
export type Side = 'ours' | 'baseline';

const CONNECTIONS = 32;
const PACED_SECONDS = 10;
const PATIENCE_MS = 120_000;

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
const middle = (values: readonly number[]): number => quantile(values, 0.5);

interface Street {
  store: Store;
  filled: FilledStreet;
  /** Elders without an open call, with their community. */
  free: { id: string; communityId: string }[];
}

/** The same alarms as our server and as the baseline take them; `like` is a document that ours has written. */
function callsOf({ filled, free }: Street, side: Side, count: number, like: StoredIncident | null): Call[] {
  return free.splice(0, count).map(({ id: elderId, communityId }) => {
    const id = newId(clock());
    const worker = filled.people.workerOf(communityId);
    if (side === 'ours') {
      const headers = { authorization: `Bearer ${worker.token}` };
      return { id, path: '/api/sos', headers, body: JSON.stringify({ id, elderId }) };
    }
    const incident = {
      ...like,
      _id: id,
      elderId,
      communityId,
      open: false,
      only: false,
      outboxDue: null,
      nextDue: null,
    };
    const notice = { _id: `${id}:app`, streetId: filled.street.id, accountId: worker.accountId, role: 'gridWorker' };
    const said = {
      title: '紧急求助',
      body: '王**在求助，请马上点开处理。',
      urgent: true,
      readAt: null,
      incidentId: id,
    };
    return { id, path: '/raise', headers: {}, body: JSON.stringify({ incident, notice: { ...notice, ...said } }) };
  });
}

/** When the first message of each of these was handed to a channel, in epoch ms. */
async function handedAt(
  { store }: Street,
  side: Side,
  url: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const messages = store.connection.db!.collection('messages');
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await wait(100)) {
    const found =
      side === 'baseline'
        ? Object.entries((await (await fetch(url)).json()) as Record<string, number>)
        : (
            await messages
              .aggregate([
                { $match: { incidentId: { $in: [...ids] }, sentAt: { $ne: null } } },
                { $group: { _id: '$incidentId', at: { $min: '$sentAt' } } },
              ])
              .toArray()
          ).map((one) => [one._id as string, (one.at as Date).getTime()] as const);
    const at = new Map(found);
    if (ids.every((id) => at.has(id))) return at;
  }
  throw new Error('not every alarm was handed to a channel within two minutes');
}

/** Forgets what a window has raised, so that each finds the same street; waits until nothing of it is under way. */
async function forget({ store }: Street, ids: readonly string[]): Promise<void> {
  const db = store.connection.db!;
  const due = { dueAt: { $gt: new Date(0) }, incidentId: { $in: [...ids] } };
  await db.collection<{ _id: string }>('incidents').deleteMany({ _id: { $in: [...ids] } });
  const deadline = performance.now() + PATIENCE_MS;
  while ((await db.collection('messages').countDocuments(due)) > 0 && performance.now() < deadline) await wait(100);
  await db.collection('messages').deleteMany({ incidentId: { $in: [...ids] } });
  await db.collection('notices').deleteMany({ incidentId: { $in: [...ids] } });
}

/** Raises and answers so many calls, which stay open. Gives one as it is stored when it was raised. */
async function openSome(street: Street, url: string, count: number): Promise<StoredIncident> {
  const calls = callsOf(street, 'ours', count, null);
  const incidents = street.store.connection.db!.collection<StoredIncident>('incidents');
  await asFastAsItGoes(url, calls.slice(0, 1), 1);
  const first = (await incidents.findOne({ _id: calls[0]!.id }))!;
  const takeIt = async (call: Call) => {
    const body = JSON.stringify({ id: newId(clock()), move: 'acknowledge' });
    const headers = { 'content-type': 'application/json', ...call.headers };
    const answer = await fetch(`${url}/api/incidents/${call.id}/acts`, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(await answer.text());
  };
  await takeIt(calls[0]!);
  for (let at = 1; at < calls.length; at += CONNECTIONS) {
    const some = calls.slice(at, at + CONNECTIONS);
    await asFastAsItGoes(url, some, CONNECTIONS);
    await Promise.all(some.map(takeIt));
  }
  return first;
}

/** Measures how fast alarms are taken and how soon the first message goes, ours and the bare baseline by turns. */
export async function runAlarmBench(options: AlarmBenchOptions): Promise<Record<Side, AlarmFigures>> {
  const { elders, open, rounds, each, perSecond, say } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-bench-'));
  const store = await openStore({ dataDir: path.join(folder, 'data'), clock, say });
  const servers: Measured[] = [];
  try {
    const [key, indexKey] = [randomBytes(32), randomBytes(32)];
    const cipher = createFieldCipher({ keys: [{ id: 1, key }], indexKey });
    say(`Filling a street of ${elders} elders`);
    const size = { ...sizeOf(elders / 100_000), elders, tasks: 1_000 };
    const filled = await fillStreet({ store, cipher, clock, say }, size);
    const env = {
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', MONGODB_URI: store.uri },
      ...{ FIELD_KEYS: `1:${key.toString('base64')}`, INDEX_KEY: indexKey.toString('base64') },
    };
    const start = async (script: string) => {
      const server = await startProcess(script, env, folder);
      servers.push(server);
      return server.url;
    };
    const urls: Record<Side, string> = {
      ours: await start('server/main.ts'),
      baseline: await start('bench/alarms/bare.ts'),
    };
    const projection = { communityId: 1 };
    const found = await store.connection.db!.collection('elders').find({}, { projection }).sort({ _id: 1 }).toArray();
    // From all over the street, so that each worker answers for as many.
    const step = Math.max(1, Math.floor(found.length / 7_919));
    const mixed = Array.from({ length: step }, (_, from) => found.filter((_one, n) => n % step === from)).flat();
    const free = mixed.map(({ _id, communityId }) => ({ id: String(_id), communityId: communityId as string }));
    const street: Street = { store, filled, free };
    say(`Opening ${open} calls`);
    const like = await openSome(street, urls.ours, open);

    const seen: Record<Side, { rate: number[]; answer: Raised[]; first: number[] }> = {
      ours: { rate: [], answer: [], first: [] },
      baseline: { rate: [], answer: [], first: [] },
    };
    for (let round = 0; round <= rounds; round++) {
      for (const side of round % 2 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const)) {
        const url = urls[side];
        const begun = performance.now();
        const fast = await asFastAsItGoes(url, callsOf(street, side, each, like), CONNECTIONS);
        const rate = (fast.length * 1_000) / (performance.now() - begun);
        await handedAt(
          street,
          side,
          url,
          fast.map(({ id }) => id),
        );
        await forget(
          street,
          fast.map(({ id }) => id),
        );
        const slow = await paced(url, callsOf(street, side, perSecond * PACED_SECONDS, like), perSecond);
        const handed = await handedAt(
          street,
          side,
          url,
          slow.map(({ id }) => id),
        );
        await forget(
          street,
          slow.map(({ id }) => id),
        );
        // The first round warms up.
        if (round === 0) continue;
        seen[side].rate.push(rate);
        seen[side].answer.push(...slow);
        seen[side].first.push(...slow.map(({ id, postedAt }) => handed.get(id)! - postedAt));
        say(
          `  round ${round}, ${side}: ${rate.toFixed(0)} a second, first message after ${middle(seen[side].first)} ms`,
        );
      }
    }
    const figures = ({ rate, answer, first }: (typeof seen)[Side]): AlarmFigures => {
      const took = answer.map(({ postedAt, answeredAt }) => answeredAt - postedAt);
      const of = (values: number[]) => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });
      return { perSecond: middle(rate), answer: of(took), first: of(first) };
    };
    return { ours: figures(seen.ours), baseline: figures(seen.baseline) };
  } finally {
    for (const server of servers) {
      // Its chores over a street that was filled in bulk are nobody's to wait for.
      process.kill(server.pid, 'SIGKILL');
      await server.stop();
    }
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The figures as a Markdown table, the last line ours divided by the baseline's. */
export function alarmTable({ ours, baseline }: Record<Side, AlarmFigures>): string {
  const cells = ({ perSecond, answer, first }: AlarmFigures) => [
    perSecond,
    answer.p50,
    answer.p99,
    first.p50,
    first.p99,
  ];
  const [mine, bare] = [cells(ours), cells(baseline)];
  const lines = [
    ['', 'accepted/s', 'answer p50 ms', 'answer p99 ms', 'first message p50 ms', 'first message p99 ms'],
    ['---', ...mine.map(() => '--:')],
    ['**alarm**, ours', ...mine.map((one) => one.toFixed(0))],
    ['baseline', ...bare.map((one) => one.toFixed(0))],
    ['ratio', ...mine.map((one, n) => (one / bare[n]!).toFixed(2))],
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
