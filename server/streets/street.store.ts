import type { Kind } from '@wubian/shared/companion/kinds.ts';
import type { Connection } from 'mongoose';
import { createParameterStore } from './parameter.store.ts';
import { streetModel } from './street.model.ts';

export interface GeoPoint {
  /** WGS-84 degrees. */
  longitude: number;
  latitude: number;
}
export interface Estate {
  id: string;
  name: string;
  point: GeoPoint | null;
}
export interface Community {
  id: string;
  name: string;
  phone: string;
  grids: { id: string; name: string }[];
  estates: Estate[];
}
/** One version of a street's rules, in force from `from` until the next. */
export interface Rules {
  from: Date;
  by: string;
  reason: string;
  autoOpenKinds: Kind[];
  closedKinds: Kind[];
  confirmAfterHours: number;
}
export interface Street {
  id: string;
  name: string;
  communities: Community[];
  rules: Rules[];
}

export function createStreetStore(db: Connection) {
  const Model = streetModel(db);
  type Found = NonNullable<Awaited<ReturnType<typeof lean>>>;
  const lean = (id: string) => Model.findById(id).lean();

  const toStreet = (found: Found): Street => ({
    id: found._id as string,
    name: found.name,
    communities: found.communities.map((community) => ({
      id: community._id as string,
      name: community.name,
      phone: community.phone,
      grids: community.grids.map((grid) => ({ id: grid._id as string, name: grid.name })),
      estates: community.estates.map((estate) => ({
        id: estate._id as string,
        name: estate.name,
        point: estate.point ? { longitude: estate.point.longitude, latitude: estate.point.latitude } : null,
      })),
    })),
    rules: found.rules.map((rules) => ({
      from: rules.from,
      by: rules.by,
      reason: rules.reason,
      autoOpenKinds: rules.autoOpenKinds as Kind[],
      closedKinds: rules.closedKinds as Kind[],
      confirmAfterHours: rules.confirmAfterHours,
    })),
  });

  return {
    parameters: createParameterStore(db),

    /** Null when there is no such street. */
    async byId(id: string): Promise<Street | null> {
      const found = await lean(id);
      return found ? toStreet(found) : null;
    },

    async all(): Promise<Street[]> {
      return (await Model.find().sort({ _id: 1 }).lean()).map(toStreet);
    },

    /** Creates the street or replaces its areas; rules of an existing street stay as they are. */
    async save({ id, name, communities, rules }: Street): Promise<void> {
      const areas = {
        name,
        communities: communities.map((community) => ({
          _id: community.id,
          name: community.name,
          phone: community.phone,
          grids: community.grids.map((grid) => ({ _id: grid.id, name: grid.name })),
          estates: community.estates.map(({ id: estateId, point, ...estate }) => ({
            _id: estateId,
            ...estate,
            ...(point && { point }),
          })),
        })),
      };
      await Model.updateOne({ _id: id }, { $set: areas, $setOnInsert: { rules } }, { upsert: true });
    },

    /** Adds a version of the rules; earlier ones stay for the figures of their time. */
    async addRules(id: string, rules: Rules): Promise<void> {
      await Model.updateOne({ _id: id }, { $push: { rules } });
    },
  };
}

export type StreetStore = ReturnType<typeof createStreetStore>;
