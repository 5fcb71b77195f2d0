import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import type { FieldName } from '@wubian/shared/registry/fields.ts';
import type { PairField } from './use-twins.ts';

export type Side = 'left' | 'right';
export type Kept = Side | 'both';
export type Chosen = Partial<Record<FieldName, Kept>>;
type Choose = Input<WubianApi['registry']['mergeElders']>['choose'];

/** Whether somebody has to choose: one side knows something that the other does not say. */
export const isOpen = ({ state, choosable }: Pick<PairField, 'state' | 'choosable'>): boolean =>
  choosable && state !== 'same' && state !== 'neither';

/** What is chosen now: the server's suggestion until somebody said otherwise. */
export const keptOf = (field: PairField, chosen: Chosen): Kept => chosen[field.field] ?? field.suggest;

/** The choices in the words of a merge, in which one file wins. */
export const chooseOf = (fields: readonly PairField[], chosen: Chosen, keep: Side): Choose =>
  Object.fromEntries(
    fields.filter(isOpen).map((field) => {
      const kept = keptOf(field, chosen);
      return [field.field, kept === 'both' ? 'both' : kept === keep ? 'winner' : 'loser'];
    }),
  );
