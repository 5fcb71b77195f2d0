import type { Document } from 'mongodb';
import type { Clock } from '../../server/clock.ts';
import { createSealing } from '../../server/companion/sealing.ts';
import { createTaskStore } from '../../server/companion/task.store.ts';
import { createElderStore } from '../../server/registry/elder.store.ts';
import type { Store } from '../../server/store/connect.ts';
import type { FieldCipher } from '../../server/store/field-cipher.ts';
import { createStreetStore, createStreets, type Street } from '../../server/streets/index.ts';
import { aStreet, type Size } from './areas.ts';
import { elderDocuments, eldersOf, type FilledElder } from './elders.ts';
import { createPeople, type People } from './people.ts';
import { tasksOf } from './tasks.ts';

export interface FillDeps {
  store: Store;
  cipher: FieldCipher;
  clock: Clock;
  say: (line: string) => void;
}

export interface FilledStreet {
  street: Street;
  people: People;
}

const batchSize = 1_000;

/** Inserts in batches and tells how far it is, every tenth of the way. */
export async function insertAll(
  { store, say }: FillDeps,
  collection: string,
  total: number,
  documents: Iterable<Document>,
): Promise<void> {
  const target = store.connection.db!.collection(collection);
  let batch: Document[] = [];
  let done = 0;
  let told = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    await writing;
    // The engine writes a batch while this process makes the next one.
    writing = batch.length ? target.insertMany(batch, { ordered: false }) : writing;
    writing.catch(() => {});
    done += batch.length;
    batch = [];
    if (done - told < total / 5 && done < total) return;
    told = done;
    say(`  ${collection}: ${done} of ${total}`);
  };
  for (const document of documents) {
    batch.push(document);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length) await flush();
  await writing;
}

/** Fills a street of this size with the documents that the rooms' stores write, and makes all indexes. */
export async function fillStreet(deps: FillDeps, size: Size): Promise<FilledStreet> {
  const { store, cipher, clock } = deps;
  const db = store.connection;
  const streets = createStreets(createStreetStore(db), clock);
  const sealing = createSealing(cipher);
  const settle = createPeople({ store, cipher, streets, clock });
  // Their models must be known before the indexes are made.
  createElderStore(db, cipher);
  createTaskStore(db, sealing);

  const street = aStreet(size);
  await streets.save(street);
  const elders: FilledElder[] = [];
  const toElder = elderDocuments(cipher, street.id, '测速', clock());
  function* elderRows() {
    for (const made of eldersOf(street, size.elders)) {
      elders.push(made.elder);
      yield toElder(made);
    }
  }
  await insertAll(deps, 'elders', size.elders, elderRows());
  const people = await settle(size, street.id);
  function* taskRows() {
    for (const task of tasksOf(street, elders, people, size.tasks, clock())) yield sealing.sealTask(task);
  }
  await insertAll(deps, 'tasks', size.tasks, taskRows());
  deps.say('  indexes');
  await store.ensureIndexes();
  return { street, people };
}
