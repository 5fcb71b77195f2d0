import { execFile } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../../server/audit/entry.ts';
import { systemClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { openStore, type Store } from '../../../server/store/connect.ts';
import { createFieldCipher } from '../../../server/store/field-cipher.ts';
import { newId } from '../../../server/store/ids.ts';
import { keysOf } from '../../../server/store/key-file.ts';
import { createStreetStore } from '../../../server/streets/street.store.ts';
import { auditRoom, workerOf } from '../../support/audit-room.ts';
import { testFolder } from '../../support/engine.ts';

/** The command, run as an operator would, on a data folder that somebody has been at. */
const dataDir = testFolder();
const script = path.resolve(import.meta.dirname, '../../../server/commands/verify-audit.ts');
const streetId = newId(systemClock());
let anchor = '';

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: '', MONGODB_URI: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
async function inFolder<T>(act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir, clock: systemClock });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}
const entries = (store: Store) => store.connection.collection<Entry>('audit');
const heads = (store: Store) => store.connection.collection<{ _id: string }>('auditHeads');
const placeOf = (seq: number) => `${streetId}:${String(seq).padStart(12, '0')}`;

/** Four entries of a street, and what lies where they end. */
async function fill(store: Store): Promise<void> {
  const room = await auditRoom(store, systemClock, createFieldCipher(keysOf(readConfig({ DATA_DIR: dataDir }))));
  for (let n = 0; n < 4; n++) {
    await room.call(workerOf(streetId, systemClock), { input: { reason: '测试原因' } });
    await room.drain();
  }
}

beforeAll(() =>
  inFolder(async (store) => {
    await createStreetStore(store.connection).save({ id: streetId, name: '东风街道', communities: [], rules: [] });
    await fill(store);
  }),
);

it('says of a whole chain how long it is and where it ends', async () => {
  const { code, out, err } = await run();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('东风街道：✓ 4 条，全部完好。末尾记号 ');
  expect(out).toContain('没有发现问题');
  anchor = /末尾记号 (\S+)/.exec(out)![1]!;
  expect(anchor.startsWith(`${streetId}:4:`)).toBe(true);
  expect((await run('--at-least', anchor)).code).toBe(0);
});

it('names the first wrong entry and what is wrong with it, and ends with 1', async () => {
  const kept = await inFolder((store) => entries(store).find({ streetId }).toArray());
  const head = await inFolder((store) => heads(store).findOne({ _id: streetId }));
  const putBack = async (store: Store) => {
    await entries(store).deleteMany({ streetId });
    await entries(store).insertMany(kept);
    await heads(store).replaceOne({ _id: streetId }, head!, { upsert: true });
  };
  const tamperings: [words: string, tamper: (store: Store) => Promise<unknown>][] = [
    [
      '第 2 条内容被改过',
      (store) => entries(store).updateOne({ _id: placeOf(2) }, { $set: { outcome: 'not_allowed' } }),
    ],
    ['第 3 条被删除', (store) => entries(store).deleteOne({ _id: placeOf(3) })],
    ['第 4 条从这一条起，末尾的记录被删除', (store) => entries(store).deleteOne({ _id: placeOf(4) })],
    ['第 4 条末尾的签名被删除', (store) => heads(store).deleteOne({ _id: streetId })],
    ['第 9 条不在记录链里', (store) => entries(store).insertOne({ ...kept[0]!, _id: 'x', callId: 'x', seq: 9 })],
  ];
  for (const [words, tamper] of tamperings) {
    await inFolder(tamper);
    const { code, out } = await run();
    expect([words, code]).toEqual([words, 1]);
    expect(out).toContain(`东风街道：✗ ${words}`);
    expect(out).toContain('1 条记录链有问题');
    await inFolder(putBack);
  }
  expect((await run()).code).toBe(0);
}, 120_000);

it('finds a database that was put back to an earlier day, by the end that was printed', async () => {
  await inFolder(async (store) => {
    await entries(store).deleteMany({ streetId });
    await heads(store).deleteMany({});
    await fill(store);
    await fill(store);
  });
  expect((await run()).code).toBe(0);
  const { code, out } = await run('--at-least', anchor);
  expect(code).toBe(1);
  expect(out).toContain('东风街道：✗ 第 4 条与以前核对时不同');
});

it('says what is wrong with an end that it cannot read, before it touches the database', async () => {
  for (const args of [['--at-least', 'x'], ['--nonsense']]) {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('核对操作记录');
  }
});

it('waits politely outside while a server holds the folder', async () => {
  const { code, err } = await inFolder(() => run());
  expect(code).toBe(1);
  expect(err).toMatch(/[\u4e00-\u9fff]/);
  expect(err).not.toMatch(/at .*\.ts:\d+/);
});
