import type { Connection } from 'mongoose';
import { dueDocuments } from '../store/due-documents.ts';
import { rawOf } from '../store/raw.ts';
import type { Sealing } from './sealing.ts';
import type { StoredTask } from './stored-task.ts';

/** What the outbox and the clock take from the tasks. */
export const createDueStore = (db: Connection, sealing: Sealing) =>
  dueDocuments(rawOf<StoredTask>(db, 'tasks'), sealing.openTask);

export type DueStore = ReturnType<typeof createDueStore>;
