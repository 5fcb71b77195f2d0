import { type Kind, kinds } from '@wubian/shared/companion/kinds.ts';
import type { CatalogueItem } from '@wubian/shared/office/parameter-forms.ts';

export type Group = 'help' | 'deliver';
type Items = readonly CatalogueItem[];

/** The items of 七助 or of 七送, in their order. */
export const itemsOf = (items: Items, group: Group): CatalogueItem[] =>
  items.filter(({ kind }) => kinds[kind].group === group);

/** The list with one item exchanged for its neighbour in its own group; the same list at either end. */
export function moved(items: Items, kind: Kind, by: -1 | 1): CatalogueItem[] {
  const own = itemsOf(items, kinds[kind].group);
  const neighbour = own[own.findIndex((item) => item.kind === kind) + by];
  if (!neighbour) return [...items];
  const other = (item: CatalogueItem): CatalogueItem =>
    item.kind === kind ? neighbour : item.kind === neighbour.kind ? items.find((one) => one.kind === kind)! : item;
  return items.map(other);
}

/** The list with some words or the switch of one item changed. */
export const changed = (items: Items, kind: Kind, part: Partial<CatalogueItem>): CatalogueItem[] =>
  items.map((item) => (item.kind === kind ? { ...item, ...part } : item));
