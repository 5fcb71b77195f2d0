import { setTimeout as wait } from 'node:timers/promises';

/** One alarm that is raised: where to, with what, and under which id it is stored. */
export interface Call {
  id: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Raised {
  id: string;
  /** Epoch ms. */
  postedAt: number;
  answeredAt: number;
}

async function post(url: string, { id, path, headers, body }: Call): Promise<Raised> {
  const postedAt = Date.now();
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const told = (await answer.json()) as { incidentId?: string };
  if (answer.status !== 200 || told.incidentId !== id) throw new Error(`not accepted: ${JSON.stringify(told)}`);
  return { id, postedAt, answeredAt: Date.now() };
}

/** Over so many connections, each the next one when the last was answered. */
export async function asFastAsItGoes(url: string, calls: readonly Call[], connections: number): Promise<Raised[]> {
  const raised: Raised[] = [];
  let next = 0;
  const line = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) raised.push(await post(url, call));
  };
  await Promise.all(Array.from({ length: connections }, line));
  return raised;
}

/** So many a second, whether or not the last one was answered. */
export async function paced(url: string, calls: readonly Call[], perSecond: number): Promise<Raised[]> {
  const begun = performance.now();
  return Promise.all(
    calls.map(async (call, n) => {
      await wait(Math.max(0, begun + (n * 1_000) / perSecond - performance.now()));
      return post(url, call);
    }),
  );
}
