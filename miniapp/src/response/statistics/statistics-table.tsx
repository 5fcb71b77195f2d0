import { type Column, DataTable } from '../../ui/index.ts';
import { type Figures, type Statistics, saySpan } from './report-text.ts';
import { statisticsWords as w } from './words.ts';

interface Row {
  id: string;
  name: string;
  figures: Figures;
}

const count = (title: string, of: (figures: Figures) => number): Column<Row> => ({
  ...{ title, number: true, share: 0.8, cell: ({ figures }: Row) => String(of(figures)) },
});

const columns: Column<Row>[] = [
  { title: w.community, share: 1.3, cell: ({ name }) => name },
  { title: w.acknowledged, long: true, share: 1.8, cell: ({ figures }) => saySpan(figures.acknowledged) },
  { title: w.arrived, long: true, share: 1.8, cell: ({ figures }) => saySpan(figures.arrived) },
  count(w.calls, ({ calls }) => calls),
  count(w.drills, ({ drills }) => drills),
  count(w.falseAlarms, ({ falseAlarms }) => falseAlarms),
  { ...count(w.handedOver, ({ handedOver }) => handedOver), share: 1.2, long: true },
  count(w.noAnswer, ({ noAnswer }) => noAnswer),
  count(w.open, ({ open }) => open),
  { title: w.report, number: true, long: true, cell: ({ figures: { report } }) => w.kept(report.inTime, report.due) },
  { title: w.follow, number: true, long: true, cell: ({ figures: { follow } }) => w.kept(follow.inTime, follow.due) },
];

/** The communities with the sum last; a single one needs no sum. */
export function StatisticsTable({ statistics: { communities, total } }: { statistics: Statistics }) {
  const rows = communities.map(({ communityId, name, figures }) => ({ id: communityId, name, figures }));
  const all = rows.length > 1 ? [...rows, { id: 'total', name: w.total, figures: total }] : rows;
  return <DataTable label={w.title} columns={columns} rows={all} keyOf={({ id }) => id} />;
}
