import { setTimeout as wait } from 'node:timers/promises';
import { apiTable } from '@wubian/shared/api-table.ts';
import { toSent } from '@wubian/shared/client.ts';
import { expect, it } from 'vitest';
import { LEASE_MS } from '../../server/audit/chain-leftovers.ts';
import type { Entry } from '../../server/audit/entry.ts';
import { systemClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { choices } from '../../server/demo/random.ts';
import { openStore } from '../../server/store/connect.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { keysOf } from '../../server/store/key-file.ts';
import { auditRoom } from '../support/audit-room.ts';
import { testFolder } from '../support/engine.ts';
import { enginePid, launchServer } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const rounds = 6;
/** Calls under way at once. */
const side = 8;
const dataDir = testFolder();
const answered: string[] = [];

/** Signs in and renames herself again and again, until the server is gone; notes each call that was answered. */
async function renameOften(url: string, round: number, n: number): Promise<void> {
  const send = async (call: (typeof apiTable.accounts)[keyof typeof apiTable.accounts], body: object, more: object) => {
    const { method, url: path } = toSent(call, body as Record<string, unknown>);
    const headers = { 'content-type': 'application/json', ...more };
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const { items } = await send(apiTable.accounts.personas, {}, {});
  const { token } = await send(apiTable.accounts.signInAsPersona, { key: items[n % items.length].key }, {});
  const authorization = `Bearer ${token}`;
  for (let m = 0; ; m++) {
    const requestId = `round-${round}-${n}-${m}`;
    const done = await send(
      apiTable.accounts.rename,
      { name: '王小明' },
      { authorization, 'x-request-id': requestId },
    ).then(
      () => true,
      () => false,
    );
    if (!done) return;
    answered.push(requestId);
  }
}

/** What the database holds after the machine died, opened by nobody but this test. */
async function look() {
  const store = await openStore({ dataDir, clock: systemClock });
  try {
    const later = () => new Date(systemClock().getTime() + LEASE_MS + 1_000);
    const room = await auditRoom(store, later, createFieldCipher(keysOf(readConfig({ DATA_DIR: dataDir }))));
    const inbox = store.connection.collection<{ requestId: string }>('auditInbox');
    const chain = store.connection.collection<Entry>('audit');
    const read = async () => ({
      begun: (await inbox.find().toArray()).map(({ requestId }) => requestId),
      chained: (await chain.find().toArray()).map(({ requestId }) => requestId!),
    });
    const before = await read();
    await room.drain();
    const faults = [];
    for await (const { fault } of room.verifier.verify([])) faults.push(fault);
    return { before, after: await read(), faults };
  } finally {
    await store.close();
  }
}

it(`${rounds} kills amid writes: no answered call without its entry, and none with two`, async () => {
  const choose = choices(20_260_507);
  for (let round = 1; round <= rounds; round++) {
    const server = launchServer(dataDir);
    const url = await server.url;
    const count = answered.length;
    const calls = Promise.allSettled(Array.from({ length: side }, (_, n) => renameOften(url, round, n)));
    await until('calls are answered', () => answered.length > count + choose.between(20, 60));
    await wait(choose.between(0, 60));
    // In every other round the machine dies: engine and server together.
    const engine = round % 2 === 0 ? enginePid(dataDir) : null;
    const gone = server.kill();
    if (engine !== null) process.kill(engine, 'SIGKILL');
    await gone;
    await calls;
    await until('the engine has ended', () => enginePid(dataDir) === null);

    const { before, after, faults } = await look();
    const known = new Set([...before.begun, ...before.chained]);
    expect(answered.filter((id) => !known.has(id))).toEqual([]);
    expect(faults.filter(Boolean)).toEqual([]);
    expect(after.begun).toEqual([]);
    const mine = after.chained.filter((id) => id.startsWith('round-'));
    expect(mine.length).toBe(new Set(mine).size);
    const chained = new Set(mine);
    expect(answered.filter((id) => !chained.has(id))).toEqual([]);
  }
  expect(answered.length).toBeGreaterThan(rounds * 20);
}, 240_000);
