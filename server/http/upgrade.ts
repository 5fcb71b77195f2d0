import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

type Asked = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

const lastOf = (header: string | string[] | undefined): string | undefined =>
  [header].flat().join(',').split(',').at(-1)?.trim() || undefined;

/** Who asks: as the connection says, or behind exactly one proxy of ours the last of X-Forwarded-For. */
export const addressOf = ({ headers, socket }: Asked, trustProxy: boolean): string =>
  (trustProxy && lastOf(headers['x-forwarded-for'])) || socket.remoteAddress || '';

/** WeChat names itself; its programs have no other origin. */
const WECHAT = 'servicewechat.com';

/**
 * Whether a page of this origin may connect: ours, WeChat's, or a program that is no page and sends none. Browsers let
 * any page open a socket anywhere, so the server must look.
 */
export function mayConnect({ headers }: Asked, trustProxy: boolean): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  const host = (trustProxy && lastOf(headers['x-forwarded-host'])) || headers.host;
  try {
    const from = new URL(origin);
    return from.host === host || from.hostname === WECHAT;
  } catch {
    return false;
  }
}

export type Refused = '403 Forbidden' | '404 Not Found' | '429 Too Many Requests' | '503 Service Unavailable';

/** Answers a connection that is not taken, and ends it. */
export function refuse(socket: Duplex, status: Refused): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
