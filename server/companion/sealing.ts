import type { FieldCipher } from '../store/field-cipher.ts';
import type { Concern, Entry, Settable, StoredTask } from './stored-task.ts';

/** The texts of a task that tell of a person's health and home: sealed in the database, open in memory. */
export function createSealing(cipher: FieldCipher) {
  type Turn = (field: string, id: string, text: string) => string;
  const place = (field: string, id: string) => ({ collection: 'tasks', field, id });
  const seal: Turn = (field, id, text) => (text === '' ? '' : cipher.seal(text, place(field, id)));
  const open: Turn = (field, id, text) => (text === '' ? '' : cipher.open(text, place(field, id)));

  const turnEntry = (turn: Turn, id: string, entry: Entry): Entry => ({
    ...entry,
    words: turn('history.words', id, entry.words),
  });
  const turnConcern = (turn: Turn, id: string, concern: Concern | null): Concern | null =>
    concern && {
      ...concern,
      words: turn('concern.words', id, concern.words),
      heededWords: turn('concern.heededWords', id, concern.heededWords),
    };
  const turnTask = (turn: Turn, task: StoredTask): StoredTask => ({
    ...task,
    doorNote: turn('doorNote', task._id, task.doorNote),
    did: turn('did', task._id, task.did),
    noticed: turn('noticed', task._id, task.noticed),
    concern: turnConcern(turn, task._id, task.concern),
    history: task.history.map((entry) => turnEntry(turn, task._id, entry)),
  });

  return {
    sealTask: (task: StoredTask): StoredTask => turnTask(seal, task),
    openTask: (task: StoredTask): StoredTask => turnTask(open, task),
    sealEntry: (id: string, entry: Entry): Entry => turnEntry(seal, id, entry),
    /** Opens the words of one history entry that was read without its task. */
    openWords: (id: string, words: string): string => open('history.words', id, words),
    sealSet: (id: string, set: Settable): Settable => ({
      ...set,
      ...(set.did !== undefined && { did: seal('did', id, set.did) }),
      ...(set.noticed !== undefined && { noticed: seal('noticed', id, set.noticed) }),
      ...(set.concern !== undefined && { concern: turnConcern(seal, id, set.concern) }),
    }),
  };
}

export type Sealing = ReturnType<typeof createSealing>;
