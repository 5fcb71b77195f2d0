import { type IndexDescription, MongoClient } from 'mongodb';
import { createElderStore } from '../../server/registry/elder.store.ts';
import type { Store } from '../../server/store/connect.ts';
import { createStreetStore, createStreets, type Street } from '../../server/streets/index.ts';
import { aStreet, sizeOf } from '../street/areas.ts';
import { type FillDeps, insertAll } from '../street/fill.ts';
import { createPeople, type People } from '../street/people.ts';
import { registryDocuments, type Sample } from './elders.ts';

export interface FilledRegistry {
  street: Street;
  people: People;
  samples: readonly Sample[];
}

/** Makes all indexes of the files in one pass over them, for as long as that takes. */
async function indexAtOnce({ uri, connection }: Store): Promise<void> {
  const client = await new MongoClient(uri, { writeConcern: { w: 1, journal: true } }).connect();
  try {
    const indexes = connection.model('Elder').schema.indexes();
    const wanted = indexes.map(([key, options]) => ({ key, ...options }) as unknown as IndexDescription);
    await client.db(connection.name).collection('elders').createIndexes(wanted);
  } finally {
    await client.close();
  }
}

/** Fills one street with so many files and no tasks, five thousand to a community, and makes all indexes. */
export async function fillRegistry(deps: FillDeps, count: number): Promise<FilledRegistry> {
  const { store, cipher, clock, say } = deps;
  const db = store.connection;
  const streets = createStreets(createStreetStore(db), clock);
  const settle = createPeople({ store, cipher, streets, clock });
  createElderStore(db, cipher);
  const size = { ...sizeOf(count / 100_000), volunteersEach: 0 };
  const street = aStreet(size);
  await streets.save(street);
  const people = await settle(size, street.id);
  const samples: Sample[] = [];
  const workerOf = (communityId: string) => people.workerOf(communityId).accountId;
  const documents = registryDocuments({ cipher, street, at: clock(), workerOf }, count, (file) => samples.push(file));
  say(`Filling a street of ${count} elders in ${street.communities.length} communities`);
  await insertAll(deps, 'elders', count, documents);
  say('  indexes');
  await indexAtOnce(store);
  await store.ensureIndexes();
  say('  filled');
  return { street, people, samples };
}
