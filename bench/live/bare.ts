import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { measured } from './measured.ts';

/**
 * What the live server is measured against: `ws` on node:http, nothing more. It believes everybody, looks nobody up,
 * sends to all in one loop and hears of nothing from other processes.
 */
const clients = new Set<WebSocket>();
const server = createServer(
  measured((id) => {
    const message = Buffer.from(JSON.stringify({ kind: 'incident', id, topic: 'desk' }));
    for (const one of clients) one.send(message, { binary: false });
  }),
);
new WebSocketServer({ server, clientTracking: false, perMessageDeflate: false }).on('connection', (one) => {
  one.once('message', () => {
    clients.add(one);
    one.send('{"kind":"ready"}');
  });
  one.on('close', () => clients.delete(one));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
