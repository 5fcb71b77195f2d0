import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WubianApi } from '@wubian/shared/api.ts';
import { apiTable } from '@wubian/shared/api-table.ts';
import { type Client, createClient, type Send, type Sent } from '@wubian/shared/client.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { afterAll } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import { testClock } from './clock.ts';
import { testStore } from './engine.ts';

/** Someone signed in, over real HTTP. */
export interface SignedIn {
  token: string;
  client: Client<WubianApi>;
}

let people = 0;

/**
 * The whole program as it starts for a new user, on the demo streets: every room, the real border over real HTTP, the
 * real engine, a clock that stands still until moved. Jobs run when drained. Call once per file, at its top.
 */
export async function openApp(start?: string, env: Record<string, string> = {}) {
  const store = await testStore();
  const clock = testClock(start);
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const cipher = createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });
  const config = readConfig({ DEMO: '1', ...env });
  const app = await createApp({ config, store, cipher, clock, log });

  const server = createServer(app.listener);
  const detach = app.attach(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(async () => {
    await detach();
    await new Promise((closed) => server.close(closed).closeAllConnections());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** One exchange as any client could make it; the body comes back as text. */
  async function raw({ method, url: path, body }: Sent, token?: string): Promise<{ status: number; text: string }> {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  const as = (token?: string): Client<WubianApi> => {
    const send: Send = async (sent) => {
      const { status, text } = await raw(sent, token);
      return { status, body: JSON.parse(text) };
    };
    return createClient<WubianApi>(apiTable, send);
  };

  /** Signs in as a demo identity, by name. */
  async function persona(name: string): Promise<SignedIn> {
    const { items } = await as().accounts.personas();
    const found = items.find((item) => item.name === name);
    if (!found) throw new Error(`no demo identity ${name}`);
    const { token } = await as().accounts.signInAsPersona({ key: found.key });
    return { token, client: as(token) };
  }

  /** Someone new with this role over this street, signed in; staff count as having passed the second factor. */
  async function someone(
    role: Role,
    at: { streetId: string; communityIds?: string[]; elderId?: string },
  ): Promise<SignedIn> {
    const phone = `1390000${String(++people).padStart(4, '0')}`;
    const [accountId, assignmentId] = [newId(clock()), newId(clock())];
    const name = `测试${people}号`;
    await app.accounts.door.ensurePerson({ accountId, name, phone });
    const held = {
      accountId,
      role,
      streetId: at.streetId,
      communityIds: at.communityIds ?? [],
      elderId: at.elderId ?? null,
    };
    await app.accounts.door.give({ assignmentId, ...held }, '测试');
    const key = `test-${accountId}`;
    await app.accounts.savePersonas([{ key, accountId, assignmentId, name, role, label: name, about: '' }]);
    const { token } = await as().accounts.signInAsPersona({ key });
    return { token, client: as(token) };
  }

  /** Does everything that is due now: the clock's moves, then what follows from them. */
  async function drain(): Promise<void> {
    for (const job of app.jobs) await job.drain();
  }

  return { ...app, store, cipher, clock, logged, url, raw, as, persona, someone, drain };
}
