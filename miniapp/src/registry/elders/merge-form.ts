import type { ElderForm } from './elder-form.ts';

export type FormField = keyof ElderForm;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Somebody else saved the file meanwhile. What I did not touch becomes theirs; what I changed stays mine.
 * `both` names the fields that both changed, differently: there the worker decides.
 */
export function mergeForm(base: ElderForm, mine: ElderForm, theirs: ElderForm): { form: ElderForm; both: FormField[] } {
  const fields = Object.keys(mine) as FormField[];
  const touched = fields.filter((field) => !same(mine[field], base[field]));
  const form = { ...theirs, ...Object.fromEntries(touched.map((field) => [field, mine[field]])) };
  const both = touched.filter((field) => !same(theirs[field], base[field]) && !same(theirs[field], mine[field]));
  return { form, both };
}
