import type { Role } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import { personaModel } from './persona.model.ts';

/** A demo identity: whom one is signed in as, and what the list says about her. */
export interface StoredPersona {
  key: string;
  accountId: string;
  assignmentId: string;
  name: string;
  role: Role;
  label: string;
  about: string;
}

export function createPersonaStore(db: Connection) {
  const Model = personaModel(db);
  const lean = () => Model.find().sort({ place: 1 }).lean();
  const toPersona = ({ _id, place: _, ...found }: Awaited<ReturnType<typeof lean>>[number]): StoredPersona => ({
    ...found,
    key: _id as string,
    role: found.role as Role,
  });

  return {
    /** In the order in which they were saved. */
    async all(): Promise<StoredPersona[]> {
      return (await lean()).map(toPersona);
    },
    async byKey(key: string): Promise<StoredPersona | null> {
      const found = await Model.findById(key).lean();
      return found ? toPersona(found) : null;
    },
    /** Saves the personas in this order; those of other keys stay. */
    async save(personas: readonly StoredPersona[]): Promise<void> {
      for (const [place, { key, ...persona }] of personas.entries()) {
        await Model.replaceOne({ _id: key }, { place, ...persona }, { upsert: true });
      }
    },
  };
}

export type PersonaStore = ReturnType<typeof createPersonaStore>;
