import { BSON, type Document } from 'mongodb';
import type { Connection } from 'mongoose';
import type { FieldCipher } from './field-cipher.ts';
import { envelopesIn, type FoundEnvelope, type SealedPlaces } from './sealed-places.ts';

/** How far the turning of keys has come in one collection. */
export interface Turned {
  collection: string;
  /** Documents looked at, and those in which something was sealed anew. */
  seen: number;
  turned: number;
}

/** Somebody may write the document while it is being turned; each try reads it again. */
const mostTries = 20;
const BATCH = 200;
/** Walking through a collection takes longer than an operation of the server may. */
const LONG_LOOK_MS = 600_000;

const topOf = (path: string): string => path.split('.')[0]!.replace('[]', '');

/** Sets a dotted place in a document that was read. */
function setAt(document: Document, at: string, value: unknown): void {
  const steps = at.split('.');
  const last = steps.pop()!;
  steps.reduce<Document>((inner, step) => inner[step], document)[last] = value;
}

/**
 * Seals what older keys have sealed with the newest one, while the program runs. Each document is one write, made only
 * over the very envelopes that were read: what somebody writes meanwhile is never lost, it is turned with the next
 * try. Begun again after a crash it finds what is left.
 */
export function createRotation(db: Connection, cipher: FieldCipher) {
  const isStale = (envelope: string | Buffer): boolean =>
    cipher.isStale(typeof envelope === 'string' ? envelope : envelope.subarray(0, 3).toString('base64url'));

  /** A kept document with its envelopes sealed anew; null when all of them are new. */
  function turnKept(bytes: Buffer, places: SealedPlaces): Buffer | null {
    const kept = BSON.deserialize(bytes, { promoteValues: false });
    const fresh = freshFor(String(kept._id), kept, places);
    if (fresh.length === 0) return null;
    for (const { at, value } of fresh) setAt(kept, at, value);
    return Buffer.from(BSON.serialize(kept));
  }

  function turnOne(id: string, collection: string, found: FoundEnvelope): string | Buffer | null {
    const { field, envelope, holds } = found;
    if (field === null) return holds ? turnKept(envelope as Buffer, holds) : null;
    const place = { collection, field, id };
    if (typeof envelope === 'string')
      return isStale(envelope) ? cipher.seal(cipher.open(envelope, place), place) : null;
    if (!holds) return isStale(envelope) ? cipher.sealBytes(cipher.openBytes(envelope, place), place) : null;
    const opened = cipher.openBytes(envelope, place);
    const turned = turnKept(opened, holds);
    return turned || isStale(envelope) ? cipher.sealBytes(turned ?? opened, place) : null;
  }

  const freshFor = (id: string, document: Document, places: SealedPlaces) =>
    [...envelopesIn(document, places)].flatMap((found) => {
      const value = turnOne(id, places.collection, found);
      return value === null ? [] : [{ at: found.at, old: found.envelope, value }];
    });

  /** Turns one document; true if there was something to turn. */
  async function turn(document: Document, places: SealedPlaces): Promise<boolean> {
    const documents = db.db!.collection(places.collection);
    let found: Document | null = document;
    for (let tries = 0; tries < mostTries && found; tries++) {
      const fresh = freshFor(String(found._id), found, places);
      if (fresh.length === 0) return tries > 0;
      const written = await documents.updateOne(
        { _id: found._id, ...Object.fromEntries(fresh.map(({ at, old }) => [at, old])) },
        { $set: Object.fromEntries(fresh.map(({ at, value }) => [at, value])) },
      );
      if (written.matchedCount === 1) return true;
      found = await documents.findOne({ _id: found._id });
    }
    if (found) throw new Error(`${places.collection} ${String(found._id)} is changed again and again`);
    return false;
  }

  return {
    /** Walks through all places, one collection after the other; told after every two hundred documents. */
    async *run(all: readonly SealedPlaces[]): AsyncGenerator<Turned> {
      for (const places of all) {
        const { collection, paths } = places;
        const shown = Object.fromEntries(paths.map(({ path }) => [topOf(path), 1]));
        const cursor = db
          .db!.collection(collection)
          .find({}, { projection: shown, batchSize: BATCH, maxTimeMS: LONG_LOOK_MS })
          .sort({ _id: 1 });
        const turned: Turned = { collection, seen: 0, turned: 0 };
        for await (const document of cursor) {
          if (await turn(document, places)) turned.turned++;
          if (++turned.seen % BATCH === 0) yield { ...turned };
        }
        yield turned;
      }
    },
  };
}
