import { type Document, MongoClient } from 'mongodb';
import type { StoredTask } from '../../server/companion/stored-task.ts';
import type { FieldCipher } from '../../server/store/field-cipher.ts';
import type { Community, Estate } from '../../server/streets/index.ts';

type Stored<T> = Omit<T, 'id'> & { _id: string };
interface StreetDocument {
  _id: string;
  communities: (Stored<Omit<Community, 'estates' | 'grids'>> & {
    grids: Stored<Community['grids'][number]>[];
    estates: Stored<Estate>[];
  })[];
}
export interface ElderDocument extends Document {
  _id: string;
  sealed: Record<'door' | 'contacts' | 'doorNotes' | 'careNotes', string> & { phone: string | null };
}

/** The driver's collections, and the street's areas, which a plain server would hold in memory too. */
export async function connect(uri: string, cipher: FieldCipher) {
  const client = await new MongoClient(uri, {
    ...{ writeConcern: { w: 1, journal: true }, retryWrites: false, maxPoolSize: 20 },
  }).connect();
  const db = client.db('wubian');
  const street = (await db.collection<StreetDocument>('streets').findOne({}))!;
  const communities = new Map(street.communities.map((community) => [community._id, community]));
  const estates = new Map(
    street.communities.flatMap((community) =>
      community.estates.map((estate) => [estate._id, { ...estate, community }] as const),
    ),
  );
  return {
    streetId: street._id,
    tasks: db.collection<StoredTask>('tasks'),
    elders: db.collection<ElderDocument>('elders'),
    communities,
    estates,
    /** Opens a sealed value; '' stays ''. */
    open: (collection: string, field: string, id: string, text: string) =>
      text === '' ? '' : cipher.open(text, { collection, field, id }),
  };
}

export type Database = Awaited<ReturnType<typeof connect>>;
