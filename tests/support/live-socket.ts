import { WebSocket } from 'ws';
import { until } from './until.ts';

type Said = Record<string, string>;

/** A program on the other end of a live socket, as any client could be. */
export interface Listener {
  socket: WebSocket;
  /** All it was told, in order. */
  said: Said[];
  /** Code of the closing frame, null while it is open. */
  code(): number | null;
  /** Status with which the connection was refused before it began, if it was. */
  refused(): number | null;
  ready(): Promise<void>;
  hears(kind: string, id?: string): Promise<Said>;
  closed(): Promise<number>;
}

/** Connects to the server at `url` and, with a token, signs in. `from`: address of this machine to come from. */
export function listenTo(
  url: string,
  token?: string,
  more: { origin?: string; headers?: Record<string, string>; from?: string } = {},
): Listener {
  const { from, ...options } = more;
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/live`, {
    ...options,
    ...(from && { localAddress: from }),
    perMessageDeflate: false,
  });
  const said: Said[] = [];
  let code: number | null = null;
  let refused: number | null = null;
  socket.on('open', () => token !== undefined && socket.send(JSON.stringify({ token })));
  socket.on('message', (data) => said.push(JSON.parse(String(data))));
  socket.on('close', (given) => {
    code = given;
  });
  socket.on('unexpected-response', (_request, response) => {
    refused = response.statusCode ?? 0;
    response.destroy();
    socket.terminate();
  });
  socket.on('error', () => {});
  const standing = () => JSON.stringify({ said, code, refused });
  const listener: Listener = {
    ...{ socket, said, code: () => code, refused: () => refused },
    async hears(kind, id) {
      const is = (one: Said) => one.kind === kind && (id === undefined || one.id === id);
      await until(`it hears ${kind} ${id ?? ''}`, () => said.some(is), standing);
      return said.find(is)!;
    },
    ready: async () => void (await listener.hears('ready')),
    async closed() {
      await until('it is closed', () => code !== null, standing);
      return code!;
    },
  };
  return listener;
}
