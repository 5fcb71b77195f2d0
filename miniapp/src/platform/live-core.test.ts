import { beforeEach, describe, expect, it } from 'vitest';
import { createLive, type Ends, type Hint } from './live-core.ts';

interface Socket extends Ends {
  sent: string[];
  isClosed: boolean;
}
let sockets: Socket[];
let heard: (Hint | null)[];
let token: string | undefined;
let time: number;
let timers: { at: number; run: () => void }[];

const make = () =>
  createLive({
    connect(ends) {
      const socket: Socket = { ...ends, sent: [], isClosed: false };
      sockets.push(socket);
      return {
        send: (text) => void socket.sent.push(text),
        close: () => {
          socket.isClosed = true;
        },
      };
    },
    token: () => token,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random: () => 0.5,
  });
let live: ReturnType<typeof make>;

/** Lets time pass, and everything happen that falls due. */
function pass(ms: number): void {
  const end = time + ms;
  for (;;) {
    const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (!next) break;
    timers = timers.filter((one) => one !== next);
    time = next.at;
    next.run();
  }
  time = end;
}
const last = () => sockets.at(-1)!;
const says = (said: object) => last().said(JSON.stringify(said));
function connected(): void {
  live.restart();
  last().opened();
  says({ kind: 'ready' });
  heard.length = 0;
}

beforeEach(() => {
  sockets = [];
  heard = [];
  token = 'secret';
  time = 0;
  timers = [];
  live = make();
  live.listen((hint) => heard.push(hint));
});

describe('live', () => {
  it('signs in first, then passes hints on', () => {
    live.restart();
    expect(last().sent).toEqual([]);
    last().opened();
    expect(last().sent).toEqual(['{"token":"secret"}']);
    expect(live.isLive.get()).toBe(false);
    says({ kind: 'ready' });
    expect(live.isLive.get()).toBe(true);
    says({ kind: 'incident', id: 'i1', topic: 'desk:s:c' });
    expect(heard).toEqual([null, { kind: 'incident', id: 'i1', topic: 'desk:s:c' }]);
  });

  it('asks by the clock every ten seconds until it is connected, and then no more', () => {
    live.restart();
    pass(31_000);
    expect(heard).toEqual([null, null, null]);
    last().opened();
    says({ kind: 'ready' });
    heard.length = 0;
    pass(20_000);
    expect(heard).toEqual([]);
  });

  it('polls when the socket closes, comes back with longer and longer pauses, and refreshes once when it is back', () => {
    connected();
    last().closed();
    expect(live.isLive.get()).toBe(false);
    const opened: number[] = [];
    for (let n = sockets.length; opened.length < 7; pass(100)) {
      if (sockets.length === n) continue;
      n = sockets.length;
      opened.push(time);
      last().closed();
    }
    const pauses = opened.map((at, n) => Math.round((at - (opened[n - 1] ?? 0)) / 1_000));
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(heard.length).toBe(Math.floor(time / 10_000));
    heard.length = 0;
    while (sockets.length === 8) pass(1_000);
    heard.length = 0;
    last().opened();
    says({ kind: 'ready' });
    expect(heard).toEqual([null]);
    last().closed();
    const before = sockets.length;
    pass(2_000);
    expect(sockets.length).toBe(before + 1);
  });

  it('gives up a socket that never gets ready', () => {
    live.restart();
    last().opened();
    pass(10_000);
    expect(sockets[0]!.isClosed).toBe(true);
    pass(2_000);
    expect(sockets).toHaveLength(2);
  });

  it('pings every 25 seconds and gives up when two pings were not answered', () => {
    connected();
    const pings = () => last().sent.filter((text) => text === 'ping').length;
    for (let n = 1; n <= 4; n++) {
      pass(25_000);
      expect(pings()).toBe(n);
      says({ kind: 'pong' });
    }
    pass(50_000);
    expect([pings(), last().isClosed]).toEqual([6, false]);
    pass(25_000);
    expect(sockets[0]!.isClosed).toBe(true);
    expect(live.isLive.get()).toBe(false);
  });

  it('probes when the program comes to the front again, and comes back at once when the socket is dead', () => {
    connected();
    live.wake();
    expect(heard).toEqual([null]);
    says({ kind: 'pong' });
    pass(10_000);
    expect(sockets).toHaveLength(1);
    live.wake();
    pass(7_000);
    expect(sockets).toHaveLength(2);
    last().closed();
    last().closed();
    const before = sockets.length;
    live.wake();
    expect(sockets).toHaveLength(before + 1);
    live.wake();
    expect(sockets).toHaveLength(before + 1);
  });

  it('polls at once when the phone has lost its network', () => {
    connected();
    live.cut();
    expect(live.isLive.get()).toBe(false);
    pass(10_000);
    expect(heard).toContain(null);
  });

  it('listens to no socket that it has given up', () => {
    connected();
    const old = last();
    live.restart();
    old.said(JSON.stringify({ kind: 'incident', id: 'x', topic: 't' }));
    old.closed();
    expect(heard).toEqual([]);
    expect(sockets).toHaveLength(2);
    expect(old.isClosed).toBe(true);
  });

  it.each(['replaced', 'session'])('waits a minute after a goodbye for %s', (id) => {
    connected();
    says({ kind: 'bye', id });
    last().closed();
    pass(59_000);
    expect(sockets).toHaveLength(1);
    pass(1_000);
    expect(sockets).toHaveLength(2);
  });

  it('refreshes within two seconds when hints were missed, and passes over what it does not understand', () => {
    connected();
    says({ kind: 'missed' });
    expect(heard).toEqual([]);
    pass(2_000);
    expect(heard).toEqual([null]);
    for (const text of ['', 'null', '[]', '7', '{']) last().said(text);
    expect(heard).toEqual([null]);
  });

  it('is silent with nobody signed in, and connects anew as somebody else', () => {
    token = undefined;
    live.restart();
    live.wake();
    live.cut();
    pass(60_000);
    expect([sockets.length, heard.length]).toEqual([0, 0]);
    token = 'hers';
    live.restart();
    last().opened();
    expect(last().sent).toEqual(['{"token":"hers"}']);
    says({ kind: 'ready' });
    token = undefined;
    live.restart();
    heard.length = 0;
    pass(60_000);
    expect([last().isClosed, heard.length, sockets.length]).toEqual([true, 0, 1]);
  });
});
