import { signal } from './signal.ts';

/** What the server hints at: something of this kind changed. No content; the page asks for it. */
export interface Hint {
  kind: string;
  id: string;
  topic: string;
}

/** Null: anything may have changed meanwhile. */
export type Heard = (hint: Hint | null) => void;

/** An open, or opening, socket. */
export interface Carrier {
  send(text: string): void;
  close(): void;
}

/** What a socket tells; `closed` also when it could not be opened. */
export interface Ends {
  opened(): void;
  said(text: string): void;
  closed(): void;
}

export interface LiveParts {
  connect(ends: Ends): Carrier;
  /** Of who is signed in; undefined: nobody, no connection. */
  token(): string | undefined;
  /** Runs once after so many ms; gives the way to call it off. */
  after(ms: number, run: () => void): () => void;
  /** From 0 to 1, so that a thousand phones do not come back in the same instant. */
  random(): number;
}

const pollMs = 10_000;
const readyMs = 10_000;
const pingMs = 25_000;
const silentPings = 2;
/** How long a socket may take to answer when the program comes back to the front. */
const probeMs = 5_000;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;
const spreadMs = 2_000;
/** Coming back soon would change nothing after these: too many devices of one account, a session that is over. */
const lateReturns: readonly (string | undefined)[] = ['replaced', 'session'];

const read = (text: string): Partial<Hint> => {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
};

/**
 * The connection that hints come over, without any device. While it is down everybody is told every ten seconds that
 * anything may have changed; once more when it is up again.
 */
export function createLive({ connect, token, after, random }: LiveParts) {
  const listeners = new Set<Heard>();
  let carrier: Carrier | undefined;
  /** Counts sockets: one that was given up may still have something to say, and nobody listens to it any more. */
  let turn = 0;
  const isLive = signal(false);
  let tries = 0;
  let silent = 0;
  let goodbye: string | undefined;
  /** Everything that is due by name; a new one takes the place of the old. */
  const due = new Map<string, () => void>();

  const stopWaiting = (name: string) => {
    due.get(name)?.();
    due.delete(name);
  };
  const wait = (name: string, ms: number, run: () => void) => {
    stopWaiting(name);
    due.set(
      name,
      after(ms, () => {
        due.delete(name);
        run();
      }),
    );
  };
  const tell: Heard = (hint) => {
    for (const listener of [...listeners]) listener(hint);
  };

  function poll(): void {
    wait('poll', pollMs * (0.9 + random() * 0.2), () => {
      tell(null);
      poll();
    });
  }

  function ping(): void {
    wait('ping', pingMs, () => {
      if (silent >= silentPings) return drop();
      silent += 1;
      ping();
      carrier?.send('ping');
    });
  }

  function ready(): void {
    isLive.set(true);
    tries = 0;
    stopWaiting('ready');
    stopWaiting('poll');
    ping();
    tell(null);
  }

  function said(text: string): void {
    silent = 0;
    stopWaiting('probe');
    const { kind, id = '', topic = '' } = read(text);
    if (kind === undefined || kind === 'pong') return;
    if (kind === 'ready') ready();
    else if (kind === 'bye') goodbye = id;
    else if (kind === 'missed') wait('missed', random() * spreadMs, () => tell(null));
    else tell({ kind, id, topic });
  }

  /** Gives up the socket, if there is one, without coming back. */
  function leave(): void {
    const left = carrier;
    carrier = undefined;
    turn += 1;
    isLive.set(false);
    silent = 0;
    for (const name of [...due.keys()]) if (name !== 'poll') stopWaiting(name);
    left?.close();
  }

  /** Gives up the socket and comes back later; polls until then. */
  function drop(): void {
    leave();
    if (!due.has('poll')) poll();
    const usual = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
    const pause = lateReturns.includes(goodbye) ? longestPauseMs : usual;
    tries += 1;
    wait('return', pause * (0.5 + random()), open);
  }

  function open(): void {
    leave();
    const mine = token();
    if (mine === undefined) {
      stopWaiting('poll');
      return;
    }
    if (!due.has('poll')) poll();
    goodbye = undefined;
    wait('ready', readyMs, drop);
    const own = turn;
    const made = connect({
      opened: () => own === turn && carrier?.send(JSON.stringify({ token: mine })),
      said: (text) => own === turn && said(text),
      closed: () => own === turn && drop(),
    });
    if (own === turn) carrier = made;
    else made.close();
  }

  return {
    /** Tells this listener from now on; gives the way to stop. */
    listen(listener: Heard): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Connects anew as who is signed in now; with nobody signed in it stays closed. */
    restart(): void {
      tries = 0;
      open();
    },
    /** The program is in front again, or the network is back: what was connected may be dead, what waits need not. */
    wake(): void {
      if (token() === undefined) return;
      tell(null);
      if (isLive.get()) {
        wait('probe', probeMs, drop);
        carrier?.send('ping');
      } else if (!due.has('ready')) open();
    },
    /** The phone says that its network is gone. */
    cut(): void {
      if (carrier) drop();
    },
    /** Whether hints come in now; else the listeners are told by the clock. */
    isLive,
  };
}
