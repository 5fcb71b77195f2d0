import type { ParameterValue } from '@wubian/shared/office/parameter-forms.ts';
import type { ParameterChange, ParameterName } from '@wubian/shared/office/parameters.ts';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { parameterModel } from './parameter.model.ts';

/** A parameter's changes in the order in which they were made; version 0 is one that was never set. */
export interface ParameterHistory {
  version: number;
  changes: ParameterChange[];
}

/** Who takes a planned change back, and why. */
export interface Withdrawal {
  at: Date;
  by: string;
  byName: string;
  reason: string;
}

const idOf = (streetId: string, key: ParameterName): string => `${streetId}:${key}`;

/** The dated values of the streets. Changes are only ever added; a withdrawal is a mark on one that has not begun. */
export function createParameterStore(db: Connection) {
  const Model = parameterModel(db);

  return {
    /** The parameters that a street has set, each with its whole history. */
    async ofStreet(streetId: string): Promise<Map<ParameterName, ParameterHistory>> {
      const found = await Model.find({ streetId }).lean();
      return new Map(
        found.map(({ key, version, changes }) => [
          key as ParameterName,
          {
            version,
            changes: changes.map(({ withdrawn, ...change }) => ({
              ...change,
              value: change.value as ParameterValue,
              withdrawn: withdrawn ? { at: withdrawn.at, byName: withdrawn.byName, reason: withdrawn.reason } : null,
            })),
          },
        ]),
      );
    },

    /** False when the parameter is not (any more) at version `seen`. */
    async add(streetId: string, key: ParameterName, seen: number, change: ParameterChange): Promise<boolean> {
      const _id = idOf(streetId, key);
      if (seen === 0) {
        try {
          await Model.create({ _id, streetId, key, version: 1, changes: [change] });
          return true;
        } catch (error) {
          if (isDuplicate(error)) return false;
          throw error;
        }
      }
      const added = await Model.updateOne({ _id, version: seen }, { $push: { changes: change }, $inc: { version: 1 } });
      return added.matchedCount === 1;
    },

    /** Marks a change whose first day lies after `today`; false when there is none that may still be taken back. */
    async withdraw(
      streetId: string,
      key: ParameterName,
      changeId: string,
      today: string,
      withdrawn: Withdrawal,
    ): Promise<boolean> {
      const planned = { $elemMatch: { id: changeId, from: { $gt: today }, withdrawn: null } };
      const marked = await Model.updateOne(
        { _id: idOf(streetId, key), changes: planned },
        { $set: { 'changes.$.withdrawn': withdrawn }, $inc: { version: 1 } },
      );
      return marked.matchedCount === 1;
    },
  };
}

export type ParameterStore = ReturnType<typeof createParameterStore>;
