import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { type Column, DataTable, StatusTag } from '../ui/index.ts';
import { reachWords as w } from './reach-words.ts';

/** Who lacks a way to hear of an alarm, those without any first. */
export const useUnreachable = () =>
  useQuery({ queryKey: ['notices', 'unreachable'], queryFn: () => api.notices.unreachable() });

type Unreachable = Awaited<ReturnType<typeof api.notices.unreachable>>['items'][number];

const waysOf = ({ sms, wechat, app }: Unreachable): string =>
  [sms && w.phone, wechat && w.wechat, app && w.app].filter(Boolean).join('、');

const columns: Column<Unreachable>[] = [
  { title: w.name, id: 'name', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { title: w.role, cell: ({ roles }) => roles.join('、') },
  { title: w.missing, share: 1.6, cell: ({ missing }) => missing.join('、') },
  {
    title: w.ways,
    share: 1.2,
    cell: (one) => waysOf(one) || <StatusTag tone="warn">{w.noWay}</StatusTag>,
  },
  {
    title: w.left,
    id: 'left',
    number: true,
    long: true,
    cell: ({ consentsLeft }) => w.times(consentsLeft),
    sortBy: ({ consentsLeft }) => consentsLeft,
  },
];

export const ReachTable = ({ rows }: { rows: Unreachable[] }) => (
  <DataTable label={w.list} columns={columns} rows={rows} keyOf={({ accountId }) => accountId} />
);
