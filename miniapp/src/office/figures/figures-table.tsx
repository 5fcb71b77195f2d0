import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { type Category, categoryLabels } from '@wubian/shared/registry/categories.ts';
import { type Column, DataTable } from '../../ui/index.ts';
import { figureWords as w } from './words.ts';

export type Figures = Output<WubianApi['office']['categoryFigures']>;
type Row = Figures['communities'][number];

const column = (category: Category): Column<Row> => {
  const of = ({ categories }: Row) => categories.find((one) => one.category === category)!;
  return {
    title: categoryLabels[category],
    number: true,
    long: true,
    share: categoryLabels[category].length > 4 ? 1.4 : 1,
    cell: (row) => {
      const { yes, unknown } = of(row);
      return unknown ? w.withUnknown(yes, unknown) : String(yes);
    },
  };
};

/** Communities by categories, with the street's sum last. */
export function FiguresTable({ figures: { list, communities, total } }: { figures: Figures }) {
  const columns: Column<Row>[] = [
    { title: w.community, share: 1.4, cell: ({ name }) => name },
    { title: w.elders, number: true, cell: ({ elders }) => String(elders) },
    { title: w.listed, number: true, cell: ({ listed }) => String(listed) },
    ...list.map(column),
  ];
  const rows = total ? [...communities, { ...total, communityId: 'total', name: w.total }] : communities;
  return <DataTable label={w.title} columns={columns} rows={rows} keyOf={({ communityId }) => communityId} />;
}
