import { View } from '@tarojs/components';
import type { RowState } from '@wubian/shared/exchange/imports-contract.ts';
import { useState } from 'react';
import { Chips, type Column, DataTable, PagedList, Section } from '../../ui/index.ts';
import { type Batch, type ImportRow, useRows } from '../use-batches.ts';
import { importWords as w } from '../words.ts';
import { NameCell } from './row-cells.tsx';

/** What needs looking at comes first. */
const order: readonly RowState[] = ['conflict', 'kept', 'written', 'undone'];

const columns: Column<ImportRow>[] = [
  { title: w.row, share: 0.4, cell: ({ row }) => (row === null ? '' : String(row)) },
  {
    title: w.name,
    cell: ({ id, elderId, name, state, verdict }) => {
      // A file that the import made and that was taken back is no more, and one that it could not make never was.
      const isThere = state === 'written' || state === 'kept' || verdict === 'changed';
      return <NameCell {...{ id, name }} elderId={isThere ? elderId : null} />;
    },
  },
  { title: w.where, share: 1.5, cell: (row) => row.where },
  {
    title: w.outcome,
    share: 3,
    cell: ({ state, verdict, words }) => (
      <View>
        {`${w.verdicts[verdict]}，${w.states[state]}`}
        {words ? <View className="w-item-note">{words}</View> : null}
      </View>
    ),
  },
];

/** What became of the rows when they were written, or taken back. */
export function StateRows({ batch, states }: { batch: Batch; states: NonNullable<Batch['states']> }) {
  const shown = order.filter((state) => states[state] > 0 || state === 'written');
  const [chosen, setState] = useState<RowState>(() => shown.find((state) => states[state] > 0) ?? 'written');
  const state = shown.includes(chosen) ? chosen : shown[0]!;
  const list = useRows(batch, { state });
  return (
    <Section title={w.becameTitle}>
      <Chips
        name="state"
        label={w.becameTitle}
        options={shown.map((value) => ({ value, label: w.states[value], count: states[value] }))}
        value={state}
        onChange={setState}
      />
      <PagedList list={list} empty={w.stateNone} id="rows">
        {(rows) => (
          <View className="w-rows-table">
            <DataTable label={w.states[state]} columns={columns} rows={rows} keyOf={({ id }) => id} />
          </View>
        )}
      </PagedList>
    </Section>
  );
}
