import type { WebSocket } from 'ws';
import type { Caller, Standing } from '../actor.ts';
import type { Join } from '../live/index.ts';
import type { WhoIs } from './identify.ts';

/** Why the server ends a connection: the word that the program is told first, and the code of the frame. */
export const goodbyes = {
  /** The session is over, or never was. */
  session: 4401,
  /** The same session, now in another role or without its second factor: connect again. */
  changed: 4409,
  /** The account has opened too many; the newest stay. */
  replaced: 4429,
  late: 4408,
  garbage: 1008,
  stop: 1001,
  busy: 1013,
} as const;
export type Goodbye = keyof typeof goodbyes;

export interface LinkParts {
  whoIs: WhoIs;
  join: Join;
  /** From the connection to `ready`, ms. */
  readyMs: number;
  /** The link has a caller now. */
  entered(link: SocketLink): void;
  /** The connection is closed, whoever closed it. */
  closed(link: SocketLink): void;
}

/** One connection: waits for a token, joins, then only answers pings. */
export interface SocketLink {
  readonly address: string;
  /** Null until the token was found good. */
  caller(): Caller | null;
  /** Says why and closes. */
  end(why: Goodbye): void;
  /** Ends it when it was silent at two pings, else pings. */
  ping(): void;
  /** Ends the link of a caller who may not do any more what she may do at the time of her token. */
  recheck(standing: Standing | undefined): void;
  /** Ends it at once. */
  drop(): void;
}

const PONG = '{"kind":"pong"}';
const READY = '{"kind":"ready"}';
const SILENT_PINGS = 2;
/** A program says one thing every 25 seconds; so many between two looks are an attack. */
const MOST_MESSAGES = 20;

/** The token of a first message `{"token":"…"}`, or null for anything else. */
function tokenIn(text: string): string | null {
  try {
    const { token, ...more } = JSON.parse(text) as Record<string, unknown>;
    return typeof token === 'string' && Object.keys(more).length === 0 ? token : null;
  } catch {
    return null;
  }
}

export function socketLink(ws: WebSocket, address: string, parts: LinkParts): SocketLink {
  let caller: Caller | null = null;
  let state: 'waiting' | 'entering' | 'open' | 'closed' = 'waiting';
  let silent = 0;
  let heard = 0;
  let leave = () => {};
  const late = setTimeout(() => link.end('late'), parts.readyMs);

  async function enter(token: string): Promise<void> {
    state = 'entering';
    const found = await parts.whoIs(token);
    if (ws.readyState !== ws.OPEN) return;
    if (!found) return link.end('session');
    caller = found;
    parts.entered(link);
    const joined = parts.join(ear, found);
    leave = joined.leave;
    await joined.ready;
    if (ws.readyState !== ws.OPEN) return;
    clearTimeout(late);
    state = 'open';
    ws.send(READY);
  }

  const ear = {
    send: (message: Buffer) => ws.send(message, { binary: false }),
    waiting: () => ws.bufferedAmount,
    drop: () => ws.terminate(),
  };

  const link: SocketLink = {
    address,
    caller: () => caller,
    end(why) {
      if (ws.readyState !== ws.OPEN) return;
      ws.send(JSON.stringify({ kind: 'bye', id: why }));
      ws.close(goodbyes[why]);
      leave();
    },
    ping() {
      if (silent++ >= SILENT_PINGS) ws.terminate();
      else if (ws.readyState === ws.OPEN) ws.ping();
    },
    recheck(standing) {
      heard = 0;
      if (!caller) return;
      if (!standing) return link.end('session');
      const assignmentId = caller.role ? caller.assignmentId : null;
      if (assignmentId !== standing.assignmentId || caller.secondFactor !== standing.secondFactor) link.end('changed');
    },
    drop: () => ws.terminate(),
  };

  ws.on('pong', () => {
    silent = 0;
  });
  ws.on('message', (data: Buffer, isBinary) => {
    silent = 0;
    const text = data.toString();
    if (isBinary || ++heard > MOST_MESSAGES) return link.end('garbage');
    if (state === 'waiting') {
      const token = tokenIn(text);
      if (token === null) return link.end('garbage');
      enter(token).catch(() => link.end('busy'));
    } else if (text === 'ping') ws.send(PONG);
    else link.end('garbage');
  });
  // Too long a message or a broken frame: ws closes by itself with the right code.
  ws.on('error', () => {});
  ws.on('close', () => {
    state = 'closed';
    clearTimeout(late);
    leave();
    parts.closed(link);
  });
  return link;
}
