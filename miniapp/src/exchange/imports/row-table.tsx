import { View } from '@tarojs/components';
import type { Verdict } from '@wubian/shared/exchange/imports-contract.ts';
import { type Column, DataTable, Stack } from '../../ui/index.ts';
import type { ImportRow } from '../use-batches.ts';
import { importWords as w } from '../words.ts';
import { ChangesCell, HoldsCell, MarksCell, NameCell } from './row-cells.tsx';
import { TwinChoice } from './twin-choice.tsx';

type Col = Column<ImportRow>;

const number: Col = { title: w.row, share: 0.4, cell: ({ row }) => (row === null ? '' : String(row)) };
const plainName: Col = { title: w.name, share: 0.8, cell: ({ name }) => name || w.nameless };
const linkedName: Col = {
  title: w.name,
  share: 0.8,
  cell: ({ id, elderId, name }) => <NameCell {...{ elderId, name, id }} />,
};
const where: Col = { title: w.where, share: 1.5, cell: (row) => row.where };
const idNumber: Col = { title: w.idNumber, share: 1.4, cell: ({ idNumberMasked }) => idNumberMasked };

const about = (name: string, where: string, words: string) => (
  <View>
    {name}
    <View className="w-item-note">{where}</View>
    {words ? <View className="w-item-note">{words}</View> : null}
  </View>
);

/** The columns that matter for rows of one verdict. */
const columnsOf = (verdict: Verdict, batchId: string, open: boolean): Col[] =>
  ({
    new: [number, plainName, where, { title: w.willHold, share: 3, cell: (row: ImportRow) => <HoldsCell {...row} /> }],
    changed: [
      number,
      linkedName,
      where,
      { title: w.change, share: 3, cell: (row: ImportRow) => <ChangesCell {...row} /> },
    ],
    same: [number, linkedName, where, idNumber],
    refused: [number, plainName, { title: w.wrong, share: 4, cell: (row: ImportRow) => <MarksCell {...row} /> }],
    twin: [
      number,
      { title: w.inSheet, share: 1.2, cell: ({ name, where: at }: ImportRow) => about(name, at, '') },
      {
        title: w.inRegistry,
        share: 2,
        cell: ({ twin }: ImportRow) => (twin ? about(twin.name, twin.where, twin.words) : ''),
      },
      {
        title: w.decide,
        share: 2,
        cell: (row: ImportRow) => (
          <Stack tight>
            <TwinChoice {...{ batchId, row, open }} />
            {row.decision === 'same' ? <ChangesCell {...row} /> : null}
          </Stack>
        ),
      },
    ],
    missing: [linkedName, where, idNumber],
  })[verdict];

interface RowTableProps {
  verdict: Verdict;
  batchId: string;
  /** Whether possible duplicates can be decided now. */
  open: boolean;
  rows: ImportRow[];
}

/** Rows of one verdict: a table on a desk, cards on a phone. */
export const RowTable = ({ verdict, batchId, open, rows }: RowTableProps) => (
  <View className="w-rows-table">
    <DataTable
      label={w.verdicts[verdict]}
      columns={columnsOf(verdict, batchId, open)}
      rows={rows}
      keyOf={({ id }) => id}
    />
  </View>
);
