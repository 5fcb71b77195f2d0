import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import type { Batch } from '../use-batches.ts';

export type Chosen = readonly (SheetColumnKey | null)[];
type Header = Batch['header'];

/** What the header was taken for. */
export const firstChoice = ({ columns }: Header): Chosen => columns.map(({ key }) => key);

/** Whether a person should look at this column: it was not recognised, or not for certain. */
export const isDoubtful = ({ columns }: Header, index: number): boolean => {
  const column = columns[index];
  return !!column?.title && (column.key === null || !column.sure);
};

/** Columns (by index) that are taken for something that another one before them is taken for. */
export function takenTwice(chosen: Chosen): ReadonlySet<number> {
  const twice = new Set<number>();
  chosen.forEach((key, at) => {
    if (key !== null && chosen.indexOf(key) < at) twice.add(at);
  });
  return twice;
}
