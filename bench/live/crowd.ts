import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Connections of this process to one server. */
export interface Crowd {
  /** From the first connection to the last `ready`. */
  openedMs: number;
  /** Milliseconds from `trigger` until each connection had heard this id, in no order. */
  told(id: string, trigger: () => Promise<unknown>): Promise<number[]>;
  close(): Promise<void>;
}

const AT_ONCE = 100;
/** The program lets a thousand of one address in. */
const ADDRESSES = 20;
const PATIENCE_MS = 60_000;

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`not in a minute: ${what}`);
    await wait(5);
  }
}

/** Opens a connection for each token and signs in with it. */
export async function openCrowd(url: string, tokens: readonly string[]): Promise<Crowd> {
  const hear = new Map<string, number[]>();
  const sockets: WebSocket[] = [];
  let ready = 0;
  const open = (token: string, n: number) =>
    new Promise<void>((resolve, reject) => {
      const localAddress = `127.0.0.${2 + (n % ADDRESSES)}`;
      const at = `${url.replace(/^http/, 'ws')}/api/live`;
      const socket = new WebSocket(at, { localAddress, perMessageDeflate: false });
      sockets.push(socket);
      socket.on('open', () => socket.send(JSON.stringify({ token })));
      socket.on('error', reject);
      socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
      socket.on('message', (data) => {
        const now = performance.now();
        const { kind, id } = JSON.parse(String(data));
        if (kind !== 'ready') return void hear.get(id)?.push(now);
        ready++;
        resolve();
      });
    });
  const began = performance.now();
  for (let from = 0; from < tokens.length; from += AT_ONCE)
    await Promise.all(tokens.slice(from, from + AT_ONCE).map((token, n) => open(token, from + n)));
  const openedMs = performance.now() - began;

  return {
    openedMs,
    async told(id, trigger) {
      const times: number[] = [];
      hear.set(id, times);
      const start = performance.now();
      await trigger();
      await until(`all have heard ${id}`, () => times.length >= ready);
      hear.delete(id);
      return times.map((time) => time - start);
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      await until('all are closed', () => sockets.every(({ readyState }) => readyState === WebSocket.CLOSED));
    },
  };
}
