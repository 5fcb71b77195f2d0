import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { type Hear, type Tail, tail } from './bus-tail.ts';
import { newId } from './ids.ts';

/** What one process tells the others. Ids only: it is stored as it is, and for a while. */
export interface BusMessage {
  topics: readonly string[];
  kind: string;
  id: string;
}

interface Stored extends BusMessage {
  _id: string;
  /** Which process said it; that one has heard it already. */
  from: string;
}

export interface Bus {
  /** Makes the collection; safe to repeat. */
  ensure(): Promise<void>;
  /** Tells every other process that listens. Rejects when the database does not take it. */
  send(message: BusMessage): Promise<void>;
  /** Hears what the other processes send from when `ready` resolves until it is stopped. */
  listen(hear: Hear<BusMessage>): Tail;
}

const NAME = 'liveHints';
/** Room for some six thousand messages; a reader that falls behind by more is told so. */
const SIZE_BYTES = 1_048_576;

/** The collection holds no street's data and forgets by itself; losing its last lines in a crash loses hints only. */
const quickly = { writeConcern: { w: 1, journal: false } } as const;

const NAMESPACE_EXISTS = 48;

async function make(db: Db): Promise<void> {
  try {
    await db.createCollection(NAME, { capped: true, size: SIZE_BYTES, maxTimeMS: 60_000 });
  } catch (error) {
    if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
  }
}

/**
 * The bus between server processes: a capped collection that each of them follows. The same code waits inside the
 * server where that can (a replica set) and pauses by itself where it cannot (the embedded engine).
 */
export function createBus(connection: Connection, clock: Clock): Bus {
  const from = randomUUID();
  const messages = () => connection.db!.collection<Stored>(NAME);
  const put = (message: BusMessage) =>
    messages().insertOne({ _id: newId(clock()), from, ...message, topics: [...message.topics] }, quickly);

  async function makeAll(): Promise<void> {
    await make(connection.db!);
    // A cursor on an empty capped collection is dead at once; a second first line does no harm.
    if (!(await messages().findOne({}))) await put({ topics: [], kind: 'first', id: '' });
  }
  let made: Promise<void> | undefined;
  const ensure = () => {
    made ??= makeAll().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };

  return {
    ensure,
    async send(message) {
      await ensure();
      await put(message);
    },
    listen: (hear) =>
      tail<Stored>(messages, ensure, {
        ...hear,
        heard: (message) => {
          if (message.from !== from) hear.heard(message);
        },
      }),
  };
}
