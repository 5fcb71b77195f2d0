import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Document } from 'mongodb';
import { expect, it } from 'vitest';
import { someFacts } from '../factories/elder-facts.ts';
import { anIdNumber } from '../factories/id-numbers.ts';
import { testFolder } from '../support/engine.ts';
import { overHttp, signInAs } from '../support/over-http.ts';
import { launchServer, lookInto } from '../support/server-process.ts';

const anId = (): string => randomBytes(12).toString('hex');
const key = (): string => randomBytes(32).toString('base64');
const [one, two, INDEX_KEY] = [key(), key(), key()];
const old = { FIELD_KEYS: `1:${one}`, INDEX_KEY };
const both = { FIELD_KEYS: `1:${one},2:${two}`, INDEX_KEY };
const fresh = { FIELD_KEYS: `2:${two}`, INDEX_KEY };
const dataDir = testFolder();

/** Runs the command beside whatever runs on the folder. */
function rotate(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const script = path.join(import.meta.dirname, '../../server/commands/rotate-keys.ts');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, DEMO: '1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** Every text or bytes of the database that begins as an envelope of this key does: version 1, the key's number. */
async function sealedWith(keyId: number): Promise<Map<string, number>> {
  const head = Buffer.from([1, keyId >> 8, keyId & 0xff]);
  const text = new RegExp(`^${head.toString('base64url')}[\\w-]{36,}$`);
  const found = new Map<string, number>();
  const isOne = (value: unknown): boolean => {
    if (typeof value === 'string') return text.test(value);
    const bytes = (value as { buffer?: Uint8Array } | null)?.buffer;
    return bytes instanceof Uint8Array && bytes.length > 30 && Buffer.from(bytes).subarray(0, 3).equals(head);
  };
  const count = (name: string, value: unknown): void => {
    if (isOne(value)) found.set(name, (found.get(name) ?? 0) + 1);
    else if (Array.isArray(value)) for (const item of value) count(name, item);
    else if (value && Object.getPrototypeOf(value) === Object.prototype)
      for (const [field, inner] of Object.entries(value as Document))
        count(name.includes('.') ? name : `${name}.${field}`, inner);
  };
  await lookInto(dataDir, async ({ db }) => {
    for (const { name } of await db!.listCollections().toArray())
      for await (const document of db!.collection(name).find({}))
        for (const [field, value] of Object.entries(document)) count(`${name}.${field}`, value);
  });
  return found;
}

it('seals everything with the newest key while the program runs, loses no edit, and the old key can go', async () => {
  // An old key alone: the demo street, a reveal, a consent, a saved search, an assessment and more besides.
  let server = launchServer(dataDir, old);
  let url = await server.url;
  const { client: office } = await signInAs(() => url, '何静');
  const { items } = await office.registry.listElders({ limit: 50 });
  const { communities } = await office.registry.areas({});
  const home = communities[0]!;
  const phone = '13800009911';
  const idNumber = anIdNumber('1940-02-03', 'female', 3);
  const elderId = anId();
  await office.registry.addElder({
    id: elderId,
    facts: someFacts(home as never, { phone, idNumber, birthDate: '1940-02-03' }),
  });
  await office.registry.changeElder({ elderId, version: 1, changes: { allergies: '花粉' }, why: '家属来电' });
  await office.registry.giveConsent({
    ...{ elderId, id: anId(), purpose: 'visit', version: 1, answer: 'given', giver: 'elder', how: 'oral' },
  });
  await office.registry.saveSearch({ id: anId(), name: '常用', filter: { q: '王' } });
  await office.registry.reveal({ elderId, fields: ['phone'], reason: 'other', words: '核对' });
  const before = await sealedWith(1);
  for (const place of ['elders.sealed', 'elders.changes', 'consents.sealed', 'savedSearches.filter', 'accounts.phone'])
    expect([place, before.has(place)]).toEqual([place, true]);
  expect([...before.keys()].filter((place) => place.startsWith('audit'))).toEqual([]);

  // Too early: the program that runs could not read what the command would seal.
  const early = await rotate(both);
  expect([early.code, early.said]).toEqual([1, expect.stringContaining('请先用新的 FIELD_KEYS 重启程序')]);
  expect(await sealedWith(2)).toEqual(new Map());

  server.child.kill('SIGTERM');
  await server.ended;
  server = launchServer(dataDir, both);
  url = await server.url;
  const { client } = await signInAs(() => url, '何静');

  // Somebody goes on editing all the while; every edit was answered as done.
  const edited = new Map<string, string>();
  let isOver = false;
  const editing = (async () => {
    for (let n = 0; !isOver; n++) {
      const { id } = items[n % items.length]!;
      const { version } = await client.registry.readElder({ elderId: id });
      const careNotes = `第 ${n} 次修改`;
      await client.registry.changeElder({ elderId: id, version, changes: { careNotes }, why: '换钥匙时的修改' });
      edited.set(id, careNotes);
    }
  })();
  const done = await rotate(both);
  isOver = true;
  await editing;
  expect([done.code, done.said]).toEqual([0, expect.stringContaining('现在可以从 FIELD_KEYS 去掉旧密钥：1 号')]);
  expect(done.said).toMatch(/elders：看过 \d+ 条，更换 \d+ 条/);
  expect(edited.size).toBeGreaterThan(0);
  expect(await sealedWith(1)).toEqual(new Map());
  const again = await rotate(both);
  expect(again.said).toContain('共 0 条');

  // Without the old key everything opens: files with their history, people who sign in, reasons in the audit.
  server.child.kill('SIGTERM');
  await server.ended;
  server = launchServer(dataDir, fresh);
  url = await server.url;
  const { client: later } = await signInAs(() => url, '何静');
  for (const [id, careNotes] of edited)
    expect((await later.registry.readElder({ elderId: id })).facts.careNotes).toBe(careNotes);
  const { fields } = await later.registry.reveal({ elderId, fields: ['phone', 'idNumber'], reason: 'verify' });
  expect(fields.map(({ said }) => said)).toEqual([phone, idNumber]);
  expect((await later.registry.elderHistory({ elderId })).items).toHaveLength(2);
  expect((await later.registry.listElders({ q: phone })).items).toMatchObject([{ id: elderId }]);
  expect((await later.registry.fileViews({ elderId })).items.at(-1)!.why).toBe('其他：核对');
  expect((await later.registry.listSearches({})).items).toHaveLength(1);
  expect((await overHttp(() => url).accounts.personas()).items.length).toBeGreaterThan(3);
  server.child.kill('SIGTERM');
  await server.ended;
}, 240_000);
