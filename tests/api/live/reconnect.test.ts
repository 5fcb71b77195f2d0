import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLive, type Hint } from '../../../miniapp/src/platform/live-core.ts';
import { accountTopic } from '../../../server/live/door.ts';
import { openApp } from '../../support/app.ts';
import { until } from '../../support/until.ts';

const app = await openApp();
const daughter = await app.persona('周敏');
const topics = [accountTopic((await daughter.client.accounts.me()).accountId)];

/** The program's door as a process opens and closes it; the port stays. */
async function open(port = 0): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer(app.listener).listen(port, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const detach = app.attach(server);
  const close = async () => {
    await Promise.all([detach(), new Promise((closed) => server.close(closed))]);
  };
  return { port: (server.address() as AddressInfo).port, close };
}

it("the phone's part comes back after a restart of the server, asks by the clock meanwhile, and hears again", async () => {
  let server = await open();
  afterAll(() => server.close());
  const { port } = server;
  const heard: (Hint | null)[] = [];
  const sent: string[] = [];
  const live = createLive({
    connect(ends) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`);
      socket.on('open', ends.opened);
      socket.on('message', (data) => ends.said(String(data)));
      socket.on('close', ends.closed);
      socket.on('error', () => {});
      const send = (text: string) => {
        sent.push(text);
        socket.send(text);
      };
      return { send, close: () => socket.close() };
    },
    token: () => daughter.token,
    // Twenty times as fast.
    after(ms, run) {
      const timer = setTimeout(run, ms / 20);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  live.listen((hint) => heard.push(hint));
  live.restart();
  await until('it is connected', () => live.isLive.get());
  await until('it has pinged and is still connected', () => sent.filter((text) => text === 'ping').length > 2);
  expect(live.isLive.get()).toBe(true);

  await server.close();
  await until('it knows', () => !live.isLive.get());
  heard.length = 0;
  await until('it asks by the clock', () => heard.length > 3);
  expect(new Set(heard)).toEqual(new Set([null]));

  server = await open(port);
  await until('it is back', () => live.isLive.get());
  heard.length = 0;
  app.live.door.publish({ topics, kind: 'incident', id: 'again' });
  await until('it hears', () => heard.some((hint) => hint?.id === 'again'));
  live.cut();
});
