import type { ExportColumnKey, SheetColumnKey, ToldColumnKey } from '@wubian/shared/exchange/columns.ts';
import { toldColumns } from '@wubian/shared/exchange/columns.ts';
import { ageOn, type Category, deriveCategories } from '@wubian/shared/registry/categories.ts';
import { lifeStatuses } from '@wubian/shared/registry/life.ts';
import { riskOn } from '@wubian/shared/registry/risk.ts';
import type { Names } from '@wubian/shared/registry/say-field.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { BatchFile } from '../registry/door.ts';
import { sayColumn } from './say-column.ts';

/** What telling a file needs. */
export interface Telling {
  names: Names;
  /** YYYY-MM-DD */
  day: string;
  /** The street's own list of categories. */
  listed: readonly Category[];
  mask: boolean;
}

const told: Record<ToldColumnKey, (file: BatchFile, telling: Telling) => string> = {
  age: ({ facts }, { day }) => (facts.birthDate ? String(ageOn(facts.birthDate, day)) : ''),
  categories: ({ facts }, { day, listed }) =>
    deriveCategories(facts, day, listed)
      .flatMap(({ holds, label }) => (holds === 'yes' ? [label] : []))
      .join('、'),
  risk: ({ facts }, { day }) => riskOn(facts, day).label,
  status: ({ status }) => lifeStatuses[status],
  updatedOn: ({ updatedAt }) => dayOf(updatedAt),
};

/** A cell of an export. */
export const tellColumn = (key: ExportColumnKey, file: BatchFile, telling: Telling): string =>
  Object.hasOwn(toldColumns, key)
    ? told[key as ToldColumnKey](file, telling)
    : sayColumn(key as SheetColumnKey, file.facts, telling.names, telling.mask);
