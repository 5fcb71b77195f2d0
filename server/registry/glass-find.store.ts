import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { createElderSeal } from './elder-seal.ts';

/** What is known of a person in an emergency. */
export interface GlassHint {
  name: string;
  phone?: string | undefined;
  /** One of an elder's door keys. */
  door?: string | undefined;
  communityId?: string | undefined;
}

/** Files of a person in a whole street, whoever asks: break-glass only. */
export function createGlassFinder(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  return async (streetId: string, { name, phone, door, communityId }: GlassHint, most: number): Promise<string[]> => {
    const found = await Model.find(
      {
        ...{ streetId, name, status: { $nin: ['merged', 'erased'] } },
        ...(communityId && { communityId }),
        ...(phone && { phoneKeys: seal.phoneKey(streetId, phone) }),
        ...(door && { doorKeys: seal.doorKey(streetId, door) }),
      },
      { _id: 1 },
    )
      .limit(most)
      .lean();
    return found.map(({ _id }) => _id as string);
  };
}
