import { type ParameterChange, type ParameterName, type ValueOf, valueOn } from '@wubian/shared/office/parameters.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Clock } from '../clock.ts';
import { keepBriefly } from '../keep-briefly.ts';
import type { ParameterHistory, ParameterStore, Withdrawal } from './parameter.store.ts';

const neverSet: ParameterHistory = { version: 0, changes: [] };

/**
 * The dated values of the streets, kept for `freshMs` in this process as the streets are; a change made through it is
 * seen at once.
 */
export function createParameters(store: ParameterStore, now: Clock, freshMs: number) {
  const kept = keepBriefly<Map<ParameterName, ParameterHistory>>(now, freshMs);
  const histories = (streetId: string) => kept.get(streetId, () => store.ofStreet(streetId));

  return {
    /** The value in force on a day (YYYY-MM-DD; today unless given), or the default of a street that has set none. */
    async parameter<K extends ParameterName>(streetId: string, key: K, day = dayOf(now())): Promise<ValueOf<K>> {
      return valueOn(key, (await histories(streetId)).get(key)?.changes ?? [], day);
    },

    /** Every change of one parameter. */
    async parameterHistory(streetId: string, key: ParameterName): Promise<ParameterHistory> {
      return (await histories(streetId)).get(key) ?? neverSet;
    },

    /** False when the parameter is not at version `seen` any more. */
    async addParameter(streetId: string, key: ParameterName, seen: number, change: ParameterChange): Promise<boolean> {
      const added = await store.add(streetId, key, seen, change);
      kept.forget(streetId);
      return added;
    },

    /** False when the change is not there or has begun. */
    async withdrawParameter(
      streetId: string,
      key: ParameterName,
      changeId: string,
      withdrawal: Withdrawal,
    ): Promise<boolean> {
      const marked = await store.withdraw(streetId, key, changeId, dayOf(withdrawal.at), withdrawal);
      kept.forget(streetId);
      return marked;
    },
  };
}
