import { formatDoor } from '@wubian/shared/registry/address.ts';
import type { Category } from '@wubian/shared/registry/categories.ts';
import { isAway, lifeStatusNames } from '@wubian/shared/registry/life.ts';
import { type RiskColour, riskColours } from '@wubian/shared/registry/risk.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { elderModel } from './elder.model.ts';
import { createElderSeal } from './elder-seal.ts';

/** Elders of these communities who are in any of the categories and have any of the colours; an empty list does not narrow. */
export interface ElderChoice {
  communityIds: readonly string[];
  gridId?: string | undefined;
  categories: readonly Category[];
  risks: readonly RiskColour[];
}

/** An elder who is at home, with those who keep a key to her door. */
export interface ChosenElder {
  id: string;
  name: string;
  communityId: string;
  estateId: string;
  /** '3号楼'. */
  building: string;
  risk: RiskColour;
  responsibleId: string | null;
  /** Digits. */
  keyPhones: string[];
}

const home = { status: 'present' } as const;
const away = { status: { $in: lifeStatusNames.filter(isAway) } };

/** Elders chosen by what holds of them, for rooms that ask after many at once. */
export function createChosenStore(db: Connection, cipher: FieldCipher) {
  const Model = elderModel(db);
  const seal = createElderSeal(cipher);

  const filterOf = (streetId: string, { communityIds, gridId, categories, risks }: ElderChoice) => {
    const any = (keys: string[]) => (keys.length ? [{ keys: { $in: keys } }] : []);
    const narrow = [...any(categories.map((one) => `yes:${one}`)), ...any(risks.map((one) => `risk:${one}`))];
    return {
      ...{ streetId, communityId: { $in: [...communityIds] } },
      ...(gridId && { gridId }),
      ...(narrow.length && { $and: narrow }),
    };
  };

  return {
    /** How many are at home, by community, and how many are away for a time. */
    async count(streetId: string, choice: ElderChoice): Promise<{ home: Map<string, number>; away: number }> {
      const filter = filterOf(streetId, choice);
      const [counted, out] = await Promise.all([
        Model.aggregate<{ _id: string; n: number }>([
          { $match: { ...filter, ...home } },
          { $group: { _id: '$communityId', n: { $sum: 1 } } },
        ]),
        Model.countDocuments({ ...filter, ...away }),
      ]);
      return { home: new Map(counted.map(({ _id, n }) => [_id, n])), away: out };
    },

    /** Those at home in the order of their ids, after one of them. */
    async page(streetId: string, choice: ElderChoice, after: string, limit: number): Promise<ChosenElder[]> {
      const found = await Model.find({ ...filterOf(streetId, choice), ...home, _id: { $gt: after } })
        .select({ name: 1, communityId: 1, estateId: 1, responsibleId: 1, keys: 1, 'sealed.door': 1, 'sealed.more': 1 })
        .sort({ _id: 1 })
        // The pages together walk the files once, in the order of their ids.
        .hint({ _id: 1 })
        .limit(limit)
        .lean();
      return found.map((row) => {
        const id = row._id as string;
        const { building } = seal.openDoor(id, row.sealed.door);
        return {
          id,
          name: row.name,
          communityId: row.communityId,
          estateId: row.estateId,
          building: formatDoor({ building, unit: '', room: '' }),
          risk: riskColours.find((colour) => row.keys.includes(`risk:${colour}`)) ?? 'green',
          responsibleId: row.responsibleId ?? null,
          keyPhones: seal.openMore(id, row.sealed.more).keyHolders.map(({ phone }) => phone),
        };
      });
    },
  };
}

export type ChosenStore = ReturnType<typeof createChosenStore>;
