import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { api } from '../../api.ts';
import { go } from '../../platform/nav.ts';
import { type Column, DataTable, Empty, Shown, Tap, Words } from '../../ui/index.ts';
import { Orphans } from './orphans.tsx';
import { qualityWords as w } from './words.ts';

type Board = Output<WubianApi['registry']['qualityBoard']>;
type Row = Board['rows'][number];

/** A number that leads to the files behind it; the whole street says its share as well. */
function Count({
  row,
  label,
  count,
  onTap,
  part = true,
}: {
  row: Row;
  label: string;
  count: number;
  onTap: (() => unknown) | undefined;
  /** Whether it is a part of the elders. */
  part?: boolean;
}) {
  const share = part && row.communityId === null && count ? w.share(count, row.elders) : '';
  if (!count || !onTap) return <>{`${count}${share}`}</>;
  return (
    <Tap className="w-link" onTap={onTap} aria={{ label: w.open(row.name, label, count) }}>
      {`${count}${share}`}
    </Tap>
  );
}

const at = ({ communityId }: Row) => (communityId ? { communityId } : {});

function columnsOf({ faults }: Board, mayMerge: boolean): Column<Row>[] {
  return [
    { title: w.community, id: 'name', cell: ({ name }) => name, share: 1.4 },
    {
      title: w.elders,
      id: 'elders',
      number: true,
      long: true,
      cell: ({ elders }) => elders,
      sortBy: ({ elders }) => elders,
    },
    ...faults.map(
      ({ fault, label }): Column<Row> => ({
        title: label,
        id: fault,
        number: true,
        long: true,
        cell: (row) => (
          <Count
            row={row}
            label={label}
            count={row.faults[fault]}
            onTap={() => go('workerElders', { fault, ...at(row) })}
          />
        ),
        sortBy: (row) => row.faults[fault],
      }),
    ),
    {
      title: w.twins,
      id: 'twins',
      number: true,
      long: true,
      cell: (row) => (
        <Count
          row={row}
          part={false}
          label={w.twins}
          count={row.twins}
          onTap={mayMerge ? () => go('officeDuplicates') : undefined}
        />
      ),
      sortBy: ({ twins }) => twins,
    },
    {
      title: w.orphans,
      id: 'orphans',
      number: true,
      long: true,
      cell: ({ orphans }) => orphans,
      sortBy: ({ orphans }) => orphans,
    },
  ];
}

/** Communities by faults; every number leads to the mend. */
export function QualityBoard() {
  const role = useMe().data?.active?.role;
  const query = useQuery({ queryKey: ['registry', 'quality'], queryFn: () => api.registry.qualityBoard() });
  return (
    <Shown query={query}>
      {(board) => (
        <>
          <Words tone="soft">{w.lead(board.staleAfterMonths)}</Words>
          {board.rows.length ? (
            <DataTable
              label={w.title}
              columns={columnsOf(board, !!role && roleMay(role, 'elder.merge'))}
              rows={board.rows}
              keyOf={({ communityId }) => communityId ?? 'all'}
            />
          ) : (
            <Empty words={w.none} />
          )}
          {role && roleMay(role, 'work.handOver') ? <Orphans /> : null}
        </>
      )}
    </Shown>
  );
}
