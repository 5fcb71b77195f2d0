import type { LiveEvent } from './door.ts';

/** One connection that hints are sent to. */
export interface Ear {
  send(message: Buffer): void;
  /** Bytes that were sent and have not left this machine yet. */
  waiting(): number;
  /** Ends it at once, without a word. */
  drop(): void;
}

export interface Hub {
  /** Sends what concerns these topics to this ear from now on; gives the way to stop. */
  add(ear: Ear, topics: readonly string[]): () => void;
  /** Sends to every ear of these topics, each once, in turns that leave the process free for others. */
  tell(event: LiveEvent): void;
  /** Sends to every ear there is. */
  tellAll(message: Record<string, string>): void;
  /** Drops every ear. */
  dropAll(): void;
  /** How many ears there are. */
  size(): number;
}

/** A send takes 25–30 µs: so many leave the process free again after some 7 ms. */
const SLICE = 250;
/** Who does not read what she is sent is dropped: a hint is worth nothing late. */
export const SLOW_BYTES = 1_048_576;

/** The listening ears of this process, by topic. */
export function createHub(): Hub {
  const ears = new Set<Ear>();
  const byTopic = new Map<string, Set<Ear>>();
  /** Each is asked for its ears when its turn comes. */
  const queue: (() => Iterator<[ear: Ear, message: Buffer]>)[] = [];
  let isSending = false;

  const leave = (ear: Ear, topic: string) => {
    const those = byTopic.get(topic);
    those?.delete(ear);
    if (those?.size === 0) byTopic.delete(topic);
  };

  function give(ear: Ear, message: Buffer): void {
    if (!ears.has(ear)) return;
    if (ear.waiting() > SLOW_BYTES) ear.drop();
    else ear.send(message);
  }

  let now: Iterator<[Ear, Buffer]> | undefined;
  function sendSlice(): void {
    for (let sent = 0; sent < SLICE; ) {
      now ??= queue.shift()?.();
      if (!now) {
        isSending = false;
        return;
      }
      const { value, done } = now.next();
      if (done) now = undefined;
      else {
        give(...value);
        sent++;
      }
    }
    setImmediate(sendSlice);
  }

  function enqueue(each: () => Iterator<[Ear, Buffer]>): void {
    queue.push(each);
    if (isSending) return;
    isSending = true;
    setImmediate(sendSlice);
  }

  const written = (message: Record<string, string>) => Buffer.from(JSON.stringify(message));

  /** Every ear of the event once, whichever of its topics it has; one buffer for all of a topic. */
  function* earsOf({ topics, kind, id }: LiveEvent): Generator<[Ear, Buffer]> {
    const told = new Set<Ear>();
    for (const topic of topics) {
      const those = byTopic.get(topic);
      if (!those) continue;
      const message = written({ kind, id, topic });
      for (const ear of [...those]) {
        if (told.has(ear)) continue;
        told.add(ear);
        yield [ear, message];
      }
    }
  }

  return {
    add(ear, topics) {
      ears.add(ear);
      for (const topic of topics) {
        const those = byTopic.get(topic) ?? new Set();
        byTopic.set(topic, those.add(ear));
      }
      return () => {
        ears.delete(ear);
        for (const topic of topics) leave(ear, topic);
      };
    },
    tell(event) {
      if (event.topics.some((topic) => byTopic.has(topic))) enqueue(() => earsOf(event));
    },
    tellAll(message) {
      const data = written(message);
      enqueue(() => [...ears].map((ear): [Ear, Buffer] => [ear, data]).values());
    },
    dropAll() {
      for (const ear of [...ears]) ear.drop();
    },
    size: () => ears.size,
  };
}
