import { ageOn } from '@wubian/shared/registry/categories.ts';
import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import { searchKeys } from '@wubian/shared/registry/search-keys.ts';
import type { Connection } from 'mongoose';
import { elderModel } from './elder.model.ts';
import { keyFactsIn } from './elder-form.ts';

/** The age that changes a category and a risk by itself. */
const advanced = 80;
/** How far behind the job may have fallen. */
const yearsBehind = 3;

const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/**
 * Renews the search keys of the files of a street whose 80th birthday has passed since they were made, and nothing
 * else; answers how many. A file written meanwhile has made its own.
 */
export const createKeyRenewal = (db: Connection) => {
  const Model = elderModel(db);
  return async (streetId: string, day: string): Promise<number> => {
    const born = { $gt: yearsBefore(day, advanced + yearsBehind), $lte: yearsBefore(day, advanced) };
    const cursor = Model.find({ streetId, birthDate: born, keysDay: { $lt: day } })
      .select({ changes: 0, life: 0, sealed: 0, keys: 0 })
      .lean()
      .cursor({ batchSize: 500 });
    let renewed = 0;
    for await (const file of cursor) {
      const { _id, birthDate, keysDay, version, status } = file;
      if (ageOn(birthDate!, keysDay) >= advanced) continue;
      const facts = keyFactsIn(file as unknown as Parameters<typeof keyFactsIn>[0]);
      const { modifiedCount } = await Model.updateOne(
        { _id, streetId, version, keysDay },
        { $set: { keys: searchKeys(facts, status as LifeStatus, day), keysDay: day } },
      );
      renewed += modifiedCount;
    }
    return renewed;
  };
};
