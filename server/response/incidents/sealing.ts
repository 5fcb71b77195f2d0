import type { FieldCipher } from '../../store/field-cipher.ts';
import type { SealedPlaces } from '../../store/sealed-places.ts';
import type { Entry, StoredIncident } from './stored-incident.ts';

/** Every sealed place of an incident. */
export const sealedInIncidents: SealedPlaces = {
  collection: 'incidents',
  paths: [{ path: 'history[].words', field: 'history.words' }],
};

/** What people said of an old person's trouble: sealed in the database, open in memory. */
export function createSealing(cipher: FieldCipher) {
  const place = (id: string) => ({ collection: 'incidents', field: 'history.words', id });
  const turn = (entry: Entry, by: (text: string) => string): Entry => ({
    ...entry,
    words: entry.words === '' ? '' : by(entry.words),
  });
  const sealEntry = (id: string, entry: Entry): Entry => turn(entry, (text) => cipher.seal(text, place(id)));
  return {
    sealEntry,
    seal: (one: StoredIncident): StoredIncident => ({
      ...one,
      history: one.history.map((entry) => sealEntry(one._id, entry)),
    }),
    open: (one: StoredIncident): StoredIncident => ({
      ...one,
      history: one.history.map((entry) => turn(entry, (text) => cipher.open(text, place(one._id)))),
    }),
  };
}

export type Sealing = ReturnType<typeof createSealing>;
