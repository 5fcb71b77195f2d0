import mongoose from 'mongoose';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { runServer } from '../../server/start.ts';

// The real program, killed (SIGKILL to itself) at one certain write for one task. The test says over IPC which.

type Write = (this: { collectionName: string }, ...args: unknown[]) => Promise<unknown>;
interface Trap {
  collection: string;
  method: 'insertOne' | 'updateOne' | 'findOneAndUpdate' | 'bulkWrite';
  /** What this write names beside the task. */
  names: string;
  /** How much of the write is done before the end. */
  done: 'nothing' | 'first' | 'all';
}

const aMove = { collection: 'tasks', method: 'findOneAndUpdate', names: '$push' } as const;
const notices = { collection: 'notices', method: 'bulkWrite', names: 'title' } as const;
const aLife = { collection: 'elders', method: 'updateOne', names: '"lifeDue":true' } as const;
const mark = { collection: 'tasks', method: 'updateOne', names: 'handledSeq' } as const;

/** Every place between a person's act and the end of what follows from it. */
const traps: Record<string, Trap> = {
  'before the move is written': { ...aMove, done: 'nothing' },
  'between move and answer': { ...aMove, done: 'all' },
  'between move and ledger': { collection: 'ledger', method: 'insertOne', names: 'minutes', done: 'nothing' },
  'between ledger and notices': { ...notices, done: 'nothing' },
  'amid the notices': { ...notices, done: 'first' },
  'between the notices and their mark': { ...mark, done: 'nothing' },
  // What becomes of a person; armed with the id of her file, or of one of her visits.
  'before the life is written': { ...aLife, done: 'nothing' },
  'between life and what follows': { ...aLife, done: 'all' },
  'before the visit is stopped': { ...aMove, done: 'nothing' },
  'between two stops': { ...aMove, done: 'all' },
  'before the life is marked': { collection: 'elders', method: 'updateOne', names: 'lifeFollowed', done: 'nothing' },
};

let armed: (Trap & { taskId: string }) | null = null;
process.on('message', ({ moment, taskId }: { moment: string; taskId: string }) => {
  armed = { ...traps[moment]!, taskId };
  process.send!({ armed: moment });
});

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const writes = mongoose.mongo.Collection.prototype as unknown as Record<Trap['method'], Write>;
for (const method of new Set(Object.values(traps).map((trap) => trap.method))) {
  const original = writes[method];
  writes[method] = async function (...args) {
    const text = JSON.stringify(args.slice(0, 2));
    const hit =
      armed?.method === method &&
      this.collectionName === armed.collection &&
      text.includes(armed.taskId) &&
      text.includes(armed.names);
    if (!hit) return original.apply(this, args);
    if (armed!.done === 'first') await original.call(this, (args[0] as unknown[]).slice(0, 1), ...args.slice(1));
    if (armed!.done === 'all') await original.apply(this, args);
    return die();
  };
}

await runServer(() => readConfig(process.env), createApp);
