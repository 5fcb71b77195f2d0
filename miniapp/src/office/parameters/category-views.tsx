import { type Category, categories, categoryLabels, categoryViews } from '@wubian/shared/registry/categories.ts';
import { type Column, DataTable, Section, Words } from '../../ui/index.ts';
import { parameterWords as w } from './words.ts';

const counts = (title: string, list: readonly Category[]): Column<Category> => ({
  title,
  cell: (one) => (list.includes(one) ? w.counted : w.notCounted),
});

/** Which categories each of the three lists counts, the street's own as it stands today. */
export function CategoryViews({ street }: { street: readonly Category[] }) {
  const { nationalSix, tianjinSeven } = categoryViews;
  const columns: Column<Category>[] = [
    { title: w.category, share: 1.4, cell: (one) => categoryLabels[one] },
    counts(w.street, street),
    counts(w.national, nationalSix.keys),
    counts(w.tianjin, tianjinSeven.keys),
  ];
  return (
    <Section title={w.views}>
      <Words tone="soft">{w.viewsLead}</Words>
      <DataTable label={w.views} columns={columns} rows={categories} keyOf={(one) => one} />
      <Words tone="soft">{`${w.national}：${nationalSix.source}；${w.tianjin}：${tianjinSeven.source}`}</Words>
    </Section>
  );
}
