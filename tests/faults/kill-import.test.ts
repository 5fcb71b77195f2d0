import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import { beforeAll, expect, it } from 'vitest';
import { aRandomId } from '../factories/elder-facts.ts';
import { anIdNumber } from '../factories/id-numbers.ts';
import { testFolder } from '../support/engine.ts';
import { aSheet, upload } from '../support/exchange-town.ts';
import { persist, signInAs } from '../support/over-http.ts';
import { launchServer, lookInto, type ServerProcess } from '../support/server-process.ts';

const dataDir = testFolder();
/** In each of the two sheets; some chunks of the worker. */
const count = 2_500;
let server: ServerProcess;
let url = '';
let office: Client<WubianApi>;
let place: { community: string; estate: string };

async function start(): Promise<void> {
  server = launchServer(dataDir);
  url = await server.url;
}

beforeAll(async () => {
  await start();
  office = (await signInAs(() => url, '何静')).client;
  const { communities } = await office.registry.areas();
  place = { community: communities[0]!.name, estate: communities[0]!.estates[0]!.name };
});

const titles = ['姓名', '身份证号', '社区', '小区', '楼', '室', '手机'];
const birthDates = ['1944-03-08', '1944-03-09', '1944-03-10', '1944-03-11', '1944-03-12', '1944-03-13'];
const rowsFrom = (from: number, to: number, phone: string) =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const number = anIdNumber(birthDates[Math.floor(n / 1_000)]!, n % 1_000 < 500 ? 'female' : 'male', n % 500);
    return [`导入${'甲乙丙丁戊己庚辛'[n % 8]}`, number, place.community, place.estate, '88', String(n), phone];
  });

const read = (batchId: string) => persist(() => office.exchange.readBatch({ batchId }));
async function ended(batchId: string) {
  for (;;) {
    const batch = await read(batchId);
    if (!['checking', 'applying', 'undoing'].includes(batch.state)) return batch;
    await wait(50);
  }
}

/** Kills the server as soon as the batch has come this far, and starts it again; false when it was done before. */
async function killAt(batchId: string, rows: number): Promise<boolean> {
  for (;;) {
    const { state, progress } = await read(batchId);
    if (!['checking', 'applying', 'undoing'].includes(state)) return false;
    if (progress.rows >= rows) break;
    await wait(2);
  }
  await server.kill();
  await start();
  return true;
}

async function checked(rows: string[][]): Promise<string> {
  const fileId = await upload(office as never, await aSheet(titles, rows));
  const { id: batchId } = await office.exchange.startBatch({ id: aRandomId(), fileId, source: '测试' });
  await office.exchange.checkBatch({ batchId });
  return batchId;
}

/** The imported files as they are stored. */
const stored = () =>
  lookInto(dataDir, async (db) => {
    const raw = await db.db!.collection('elders').find({ name: /^导入/ }, { raw: true }).sort({ _id: 1 }).toArray();
    const hash = createHash('sha256');
    for (const document of raw) hash.update(document as unknown as Buffer);
    const elders = await db.collection('elders').find({ name: /^导入/ }).toArray();
    return { print: hash.digest('hex'), elders };
  });

it('a batch that is killed again and again is checked, written and undone once, row by row', async () => {
  const first = await checked(rowsFrom(0, count, '13800000001'));
  await ended(first);
  await office.exchange.applyBatch({ batchId: first });
  expect(await ended(first)).toMatchObject({ state: 'applied', states: { written: count } });
  const before = await stored();
  expect(before.elders).toHaveLength(count);

  const kills: boolean[] = [];
  // Half of the rows change a file, half make one.
  const second = await checked(rowsFrom(count / 2, count * 1.5, '13800000002'));
  kills.push(await killAt(second, 500));
  expect(await ended(second)).toMatchObject({ counts: { new: count / 2, changed: count / 2, refused: 0 } });

  await persist(() => office.exchange.applyBatch({ batchId: second }));
  for (const rows of [0, 500, 1_500]) kills.push(await killAt(second, rows));
  expect(await ended(second)).toMatchObject({ state: 'applied', states: { written: count, waiting: 0, conflict: 0 } });
  const { elders } = await stored();
  expect(elders).toHaveLength(count * 1.5);
  const written = elders.map(
    ({ changes }) => changes.filter(({ cause }: { cause: string }) => cause === second).length,
  );
  expect(written.filter((times) => times === 1)).toHaveLength(count);
  expect(written.filter((times) => times > 1)).toEqual([]);
  expect(new Set(elders.map(({ idKey }) => idKey)).size).toBe(elders.length);

  await persist(() => office.exchange.undoBatch({ batchId: second, reason: '测试撤销' }));
  for (const rows of [0, 1_000]) kills.push(await killAt(second, rows));
  expect(await ended(second)).toMatchObject({ state: 'undone', states: { undone: count, kept: 0 } });
  const after = await stored();
  expect(after.print).toBe(before.print);
  expect(kills).toEqual(kills.map(() => true));
}, 170_000);
