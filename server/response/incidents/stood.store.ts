import type { Target } from '@wubian/shared/response/ladder.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import type { SealedPlaces } from '../../store/sealed-places.ts';
import { stoodModel } from './stood.model.ts';

/** Somebody as she stood behind a word of the ladder when a call began. */
export interface Stood {
  target: Target;
  /** As in the ids of messages. */
  key: string;
  name: string;
  label: string;
}

interface SealedStood {
  _id: string;
  streetId: string;
  elderId: string;
  people: string;
}

/** Every sealed place of it. */
export const sealedInStood: SealedPlaces = {
  collection: 'incidentPeople',
  paths: [{ path: 'people', field: 'people' }],
};

/**
 * Who could have been called when a call began, kept so that it can be replayed later: files, pairs and posts change.
 * One document beside each incident, under its id.
 */
export function createStoodStore(db: Connection, cipher: FieldCipher) {
  const Model = stoodModel(db);
  const raw = rawOf<SealedStood>(db, 'incidentPeople');
  const place = (id: string) => ({ collection: 'incidentPeople', field: 'people', id });

  return {
    has: async (id: string): Promise<boolean> => (await raw.findOne({ _id: id }, { projection: { _id: 1 } })) !== null,

    /** Keeps them; the first time counts. */
    async keep(of: { _id: string; streetId: string; elderId: string }, people: readonly Stood[]): Promise<void> {
      const { _id, streetId, elderId } = of;
      try {
        await Model.create({ _id, streetId, elderId, people: cipher.seal(JSON.stringify(people), place(_id)) });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },

    /** Null: it began before this was kept, or its elder was erased. */
    async of(streetId: string, id: string): Promise<Stood[] | null> {
      const found = await raw.findOne({ _id: id, streetId });
      return found && JSON.parse(cipher.open(found.people, place(id)));
    },

    async removeOf(streetId: string, elderId: string): Promise<void> {
      await raw.deleteMany({ streetId, elderId });
    },
  };
}

export type StoodStore = ReturnType<typeof createStoodStore>;
