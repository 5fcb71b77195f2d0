import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { type Column, DataTable, PagedList, Tap, whenWords } from '../../ui/index.ts';
import type { Batch, useBatches } from '../use-batches.ts';
import { titleOf, importWords as w } from '../words.ts';
import { StateTag } from './state-tag.tsx';

const columns: Column<Batch>[] = [
  {
    title: w.file,
    share: 1.8,
    cell: ({ id, fileName, source }) => (
      <View>
        <Tap
          id={`batch-${id}`}
          className="w-link"
          onTap={() => go('officeImport', { id })}
          aria={{ label: w.open(titleOf(fileName)) }}
        >
          {titleOf(fileName)}
        </Tap>
        <View className="w-item-note">{source}</View>
      </View>
    ),
  },
  { title: w.state, share: 1.2, cell: ({ state, stateLabel }) => <StateTag state={state} label={stateLabel} /> },
  { title: w.numbers, share: 2, cell: ({ counts }) => (counts ? w.short(counts) : w.notYet) },
  { title: w.by, share: 0.8, cell: ({ byName }) => byName },
  { title: w.when, share: 1.2, cell: ({ at }) => whenWords(at, now()) },
];

/** All imports of the street; one tap opens one. */
export const BatchList = ({ list }: { list: ReturnType<typeof useBatches> }) => (
  <PagedList list={list} empty={w.none}>
    {(batches) => <DataTable label={w.list} columns={columns} rows={batches} keyOf={({ id }) => id} />}
  </PagedList>
);
