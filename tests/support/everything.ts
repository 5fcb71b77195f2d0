import { BSON, type Document } from 'mongodb';
import { allSealedPlaces } from '../../server/sealed-places.ts';
import type { Store } from '../../server/store/connect.ts';
import type { FieldCipher } from '../../server/store/field-cipher.ts';
import { envelopesIn, type SealedPlaces } from '../../server/store/sealed-places.ts';

/** A document as text with every sealed value opened at its place, also in documents that it keeps. */
function* opened(cipher: FieldCipher, document: Document, places: SealedPlaces): Generator<string> {
  for (const { field, envelope, holds } of envelopesIn(document, places)) {
    const place = { collection: places.collection, field: field ?? '', id: String(document._id) };
    const bytes =
      typeof envelope === 'string'
        ? Buffer.from(cipher.open(envelope, place))
        : field === null
          ? envelope
          : cipher.openBytes(envelope, place);
    yield `${places.collection}.${field} ${bytes.toString()}`;
    if (holds) yield* opened(cipher, BSON.deserialize(bytes), holds);
  }
}

/** Everything stored, as it lies there and with every sealed value opened. */
export async function everythingIn({ store, cipher }: { store: Store; cipher: FieldCipher }): Promise<string> {
  const db = store.connection.db!;
  const texts: string[] = [];
  for (const { name } of await db.listCollections().toArray()) {
    for await (const found of db.collection(name).find({})) {
      texts.push(`${name} ${JSON.stringify(found)}`);
      for (const places of allSealedPlaces) {
        if (places.collection === name) texts.push(...opened(cipher, found, places));
      }
    }
  }
  return texts.join('\n');
}
