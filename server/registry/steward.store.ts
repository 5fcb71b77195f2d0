import { caredFor } from '@wubian/shared/registry/life.ts';
import { type DataFault, dataFaultNames } from '@wubian/shared/registry/quality.ts';
import { countKeys } from '@wubian/shared/registry/search-keys.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { createElderSeal } from './elder-seal.ts';

export interface Held {
  id: string;
  name: string;
  communityId: string;
}

/** Whose elders lie where: one row for each worker and community. */
export interface WorkersShare {
  accountId: string;
  communityId: string;
  elders: number;
}

const inCare = { status: { $in: [...caredFor] } };
/** Nobody answers for more elders than a whole street has. */
const most = 5_000;

/** Who answers for whom, and how good the files are; counted in the indexes. */
export function createStewardStore(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);
  const held = async (filter: QueryFilter<unknown>, limit = most): Promise<Held[]> => {
    const found = await Model.find({ ...filter, ...inCare }, { name: 1, communityId: 1 })
      .limit(limit)
      .lean();
    return found.map(({ _id, name, communityId }) => ({ id: _id as string, name, communityId }));
  };

  return {
    /** The elders for whom a worker answers. */
    ofWorker: (streetId: string, accountId: string, communityId?: string, limit?: number) =>
      held({ streetId, responsibleId: accountId, ...(communityId && { communityId }) }, limit),

    /** The elders to whose door somebody with this phone keeps a key. */
    keysOf: (streetId: string, phone: string) => held({ streetId, keyPhones: seal.phoneKey(streetId, phone) }),

    /** For how many elders of each community each worker answers. */
    async shares(streetId: string): Promise<WorkersShare[]> {
      const counted = await Model.aggregate<{ _id: { w: string; c: string }; n: number }>([
        { $match: { streetId, responsibleId: { $gt: '' }, ...inCare } },
        { $group: { _id: { w: '$responsibleId', c: '$communityId' }, n: { $sum: 1 } } },
      ]);
      return counted.map(({ _id, n }) => ({ accountId: _id.w, communityId: _id.c, elders: n }));
    },

    /** How many files each community has, and how many with each fault but staleness. */
    async counts(streetId: string, communityId: string): Promise<{ elders: number; faults: Map<DataFault, number> }> {
      const count = (key: string) => Model.countDocuments({ streetId, keys: key });
      const faults = dataFaultNames.filter((fault) => fault !== 'stale');
      const [elders, ...found] = await Promise.all([
        count(countKeys.all(communityId)),
        ...faults.map((fault) => count(countKeys.fault(fault, communityId))),
      ]);
      return { elders: elders!, faults: new Map(faults.map((fault, i) => [fault, found[i]!])) };
    },

    /** How many files of each community were last written before an instant. */
    async stale(streetId: string, before: Date): Promise<Map<string, number>> {
      const counted = await Model.aggregate<{ _id: string; n: number }>([
        { $match: { streetId, updatedAt: { $lt: before }, ...inCare } },
        { $group: { _id: '$communityId', n: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, n }) => [_id, n]));
    },
  };
}

export type StewardStore = ReturnType<typeof createStewardStore>;
