import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import { closedFiles, isClosedFile } from '@wubian/shared/registry/merging.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { createElderSeal } from './elder-seal.ts';
import { nameSearch } from './name-search.ts';
import type { TwinFacts } from './twin-match.ts';

/** A file as somebody has typed it so far. */
export interface TypedFile {
  name: string;
  sex: 'female' | 'male';
  birthDate: string | null;
  idNumber: string | null;
  phone: string | null;
  address: {
    communityId: string;
    estateId: string;
    building: string;
    unit: string;
    floor: string;
    room: string;
    note: string;
  } | null;
}

const fields = [
  'communityId name nameKey sex birthDate estateId updatedAt status phoneKeys doorKeys',
  'sealed.phone sealed.idNumber',
].join(' ');
/** Nobody shares a birthday, a name in an estate or a number with more people than this. */
const mostAlike = 300;
/** A door of which building and room are known has at least three keys; the last one is of all its parts. */
const wholeDoor = (keys: readonly string[]): string | null => (keys.length >= 3 ? keys.at(-1)! : null);

/** Looks among the files for those that may be the same person's, each way on an index of its own. */
export function createTwinFiles(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  const many = (filter: QueryFilter<unknown>) => Model.find(filter).select(fields).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];

  const toFacts = (streetId: string, found: Found): TwinFacts => {
    const id = found._id as string;
    const phone = seal.openText('phone', id, found.sealed.phone ?? null);
    return {
      id,
      communityId: found.communityId,
      name: found.name,
      nameKey: found.nameKey,
      sex: found.sex,
      birthDate: found.birthDate ?? null,
      estateId: found.estateId,
      doorKey: wholeDoor(found.doorKeys),
      ownPhones: phone === null ? [] : [seal.phoneKey(streetId, phone)],
      phoneKeys: found.phoneKeys,
      idNumber: seal.openText('idNumber', id, found.sealed.idNumber ?? null),
    };
  };

  return {
    async factsOf(streetId: string, ids: readonly string[]): Promise<Map<string, TwinFacts>> {
      const found = await many({ _id: { $in: [...ids] }, streetId });
      return new Map(found.map((one) => [one._id as string, toFacts(streetId, one)]));
    },

    /** What somebody has typed so far, as a file without an id. */
    typedFacts(streetId: string, typed: TypedFile): TwinFacts {
      const { name, sex, birthDate, idNumber, phone, address } = typed;
      return {
        ...{ id: '', name, sex, birthDate, idNumber },
        communityId: address?.communityId ?? '',
        nameKey: nameSearch(name).nameKey,
        estateId: address?.estateId ?? '',
        doorKey: address && wholeDoor(seal.doorKeys(streetId, address)),
        ownPhones: phone === null ? [] : [seal.phoneKey(streetId, phone)],
        phoneKeys: seal.phoneKeys(streetId, [phone]),
      };
    },

    /** The file that holds this number; null for none. */
    async holding(streetId: string, idNumber: string): Promise<TwinFacts | null> {
      const [found] = await many({ streetId, idKey: seal.idKey(streetId, idNumber) });
      return found ? toFacts(streetId, found) : null;
    },

    /** Files that share a birthday, a name in the estate, or a number with this one; closed ones are left out. */
    async alike(streetId: string, facts: TwinFacts): Promise<TwinFacts[]> {
      const { id, birthDate, estateId, nameKey, ownPhones } = facts;
      const ways: QueryFilter<unknown>[] = [
        ...(birthDate ? [{ birthDate }] : []),
        ...(estateId && nameKey ? [{ estateId, nameKey }] : []),
        ...(ownPhones.length ? [{ phoneKeys: { $in: ownPhones } }] : []),
      ];
      const found = await Promise.all(
        ways.map((way) => many({ streetId, ...way, status: { $nin: [...closedFiles] } }).limit(mostAlike)),
      );
      const all = new Map(found.flat().map((one) => [one._id as string, one]));
      all.delete(id);
      return [...all.values()].map((one) => toFacts(streetId, one));
    },

    /** Files in the order of their last writing, after a place. */
    async writtenAfter(streetId: string, { at, id }: { at: Date; id: string }, limit: number) {
      const found = await many({ streetId, $or: [{ updatedAt: { $gt: at } }, { updatedAt: at, _id: { $gt: id } }] })
        .sort({ updatedAt: 1, _id: 1 })
        .limit(limit);
      return found.map((one) => ({
        at: one.updatedAt,
        isClosed: isClosedFile(one.status as LifeStatus),
        facts: toFacts(streetId, one),
      }));
    },
  };
}
