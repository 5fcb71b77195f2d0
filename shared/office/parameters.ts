import type { Form, ParameterValue } from './parameter-forms.ts';
import { type About, type ParameterGroup, type ParameterRow, parameters } from './parameter-table.ts';

export type ParameterName = keyof typeof parameters;
export const parameterNames = Object.keys(parameters) as [ParameterName, ...ParameterName[]];
/** What a parameter's value is. */
export type ValueOf<K extends ParameterName> = (typeof parameters)[K] extends ParameterRow<infer T> ? T : never;

/** One change of a parameter: in force from the first moment of its day until the next one. Never removed. */
export interface ParameterChange {
  id: string;
  /** First day, YYYY-MM-DD. */
  from: string;
  value: ParameterValue;
  /** The account, and her name then. */
  by: string;
  byName: string;
  at: Date;
  reason: string;
  /** Taken back before its day came. */
  withdrawn: { at: Date; byName: string; reason: string } | null;
}

/** A row of the table, with every part of it. */
export const parameterRow = (key: ParameterName): About & { form: Form; default: ParameterValue } =>
  parameters[key] as unknown as About & { form: Form; default: ParameterValue };

/** The parameters of a group, in the order of the table. */
export const parametersOf = (group: ParameterGroup): ParameterName[] =>
  parameterNames.filter((key) => parameters[key].group === group);

/**
 * The change in force on a day (YYYY-MM-DD), or undefined while the default holds. Changes come in the order in which
 * they were made; of several with the same first day the last one counts.
 */
export const changeOn = <C extends Pick<ParameterChange, 'from' | 'withdrawn'>>(
  changes: readonly C[],
  day: string,
): C | undefined =>
  changes
    .filter(({ from, withdrawn }) => !withdrawn && from <= day)
    .reduce<C | undefined>((last, change) => (last && last.from > change.from ? last : change), undefined);

/** The value of a parameter on a day (YYYY-MM-DD). */
export const valueOn = <K extends ParameterName>(
  key: K,
  changes: readonly Pick<ParameterChange, 'from' | 'withdrawn' | 'value'>[],
  day: string,
): ValueOf<K> => (changeOn(changes, day)?.value ?? parameters[key].default) as ValueOf<K>;
