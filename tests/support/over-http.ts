import { setTimeout as wait } from 'node:timers/promises';
import type { WubianApi } from '@wubian/shared/api.ts';
import { apiTable } from '@wubian/shared/api-table.ts';
import { type Client, createClient, type Send, Unreachable } from '@wubian/shared/client.ts';
import { Refusal } from '@wubian/shared/refusals.ts';

/**
 * The typed client of a server process whose address may change with every restart. A connection that is refused, cut
 * or silent is `Unreachable`, as on a phone.
 */
export function overHttp(url: () => string, token?: string, more: Record<string, string> = {}): Client<WubianApi> {
  const send: Send = async ({ method, url: path, body }) => {
    try {
      const answer = await fetch(`${url()}/api${path}`, {
        method,
        signal: AbortSignal.timeout(30_000),
        headers: {
          ...more,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    } catch {
      throw new Unreachable();
    }
  };
  return createClient<WubianApi>(apiTable, send);
}

/** Signs in as a demo identity, by name. */
export async function signInAs(url: () => string, name: string) {
  const { items } = await overHttp(url).accounts.personas();
  const key = items.find((item) => item.name === name)?.key;
  if (!key) throw new Error(`no demo identity ${name}`);
  const { token, me } = await overHttp(url).accounts.signInAsPersona({ key });
  return { me, client: overHttp(url, token) };
}

/** True for an answer after which a phone tries again with the same id: nothing is known, or the database is busy. */
const isForLater = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && error.code === 'busy');

/** Tries again, as a phone does, until the server has answered; whatever else it says is thrown. */
export async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (!isForLater(error) || tries >= 600) throw error;
      await wait(50);
    }
  }
}
