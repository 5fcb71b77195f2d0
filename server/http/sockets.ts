import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { StandingOf } from '../actor.ts';
import type { Join } from '../live/index.ts';
import type { Logger } from '../log.ts';
import type { WhoIs } from './identify.ts';
import { socketBook } from './socket-book.ts';
import { type SocketLink, socketLink } from './socket-link.ts';
import { addressOf, mayConnect, refuse } from './upgrade.ts';

interface SocketTimes {
  /** From the connection to the end of its sign-in, ms. */
  readyMs: number;
  /** Between two pings; a connection that was silent at two of them is dead. */
  pingMs: number;
  /** Between two looks whether the sessions behind the connections still stand. */
  recheckMs: number;
}

export interface SocketsOptions {
  whoIs: WhoIs;
  standingOf: StandingOf;
  join: Join;
  /** Called when all are closed at a stop. */
  stop: () => Promise<void>;
  log: Logger;
  trustProxy: boolean;
  times?: Partial<SocketTimes>;
}

/** Takes socket connections on a server; the answer takes no more and ends them all. */
export type Attach = (server: Server) => () => Promise<void>;

const PATH = '/api/live';
const MOST_BYTES = 1_024;
const usualTimes: SocketTimes = { readyMs: 5_000, pingMs: 25_000, recheckMs: 3_000 };
/** Pings go out in so many turns between two pings of one connection. */
const TURNS = 25;
/** Connections get this long to answer the goodbye at a stop. */
const GOODBYE_MS = 1_000;

/** The sockets of one server: hints go out, nothing but a token and pings comes in. */
export function sockets(options: SocketsOptions): Attach {
  const { whoIs, standingOf, join, stop, log, trustProxy } = options;
  const { readyMs, pingMs, recheckMs } = { ...usualTimes, ...options.times };

  return (server) => {
    const limits = { maxPayload: MOST_BYTES, perMessageDeflate: false };
    const ws = new WebSocketServer({ noServer: true, clientTracking: false, ...limits });
    const book = socketBook();
    const turns = Array.from({ length: TURNS }, () => new Set<SocketLink>());
    let turn = 0;
    let isStopping = false;

    function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy());
      const address = addressOf(request, trustProxy);
      const no = isStopping
        ? '503 Service Unavailable'
        : request.url?.split('?')[0] !== PATH
          ? '404 Not Found'
          : !mayConnect(request, trustProxy)
            ? '403 Forbidden'
            : book.isCrowded(address) && '429 Too Many Requests';
      if (no) refuse(socket, no);
      else ws.handleUpgrade(request, socket, head, (one) => open(one, address));
    }

    function open(one: Parameters<typeof socketLink>[0], address: string): void {
      const mine = turns[turn]!;
      const closed = (link: SocketLink) => {
        book.remove(link);
        mine.delete(link);
      };
      const link = socketLink(one, address, { whoIs, join, readyMs, entered: book.entered, closed });
      book.add(link);
      mine.add(link);
    }

    function pingSome(): void {
      turn = (turn + 1) % TURNS;
      for (const link of [...turns[turn]!]) link.ping();
    }

    let isChecking = false;
    async function recheck(): Promise<void> {
      if (isChecking) return;
      isChecking = true;
      try {
        const known = book.all().flatMap((link) => {
          const caller = link.caller();
          return caller ? [{ link, sessionId: caller.sessionId }] : [];
        });
        const standing = await standingOf([...new Set(known.map(({ sessionId }) => sessionId))]);
        for (const { link, sessionId } of known) link.recheck(standing.get(sessionId));
      } catch (err) {
        log.warn({ err }, 'the sessions of the sockets could not be looked at');
      } finally {
        isChecking = false;
      }
    }

    const timers = [setInterval(pingSome, pingMs / TURNS), setInterval(recheck, recheckMs)];
    server.on('upgrade', upgrade);

    return async () => {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      for (const link of book.all()) link.end('stop');
      await new Promise<void>((resolve) => {
        const hard = setTimeout(() => {
          for (const link of book.all()) link.drop();
        }, GOODBYE_MS);
        const looking = setInterval(() => {
          if (book.size()) return;
          clearTimeout(hard);
          clearInterval(looking);
          resolve();
        }, 10);
      });
      await stop();
    };
  };
}
