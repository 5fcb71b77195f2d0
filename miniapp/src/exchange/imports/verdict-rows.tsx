import type { Verdict } from '@wubian/shared/exchange/imports-contract.ts';
import { useState } from 'react';
import { Chips, PagedList, Section, Words } from '../../ui/index.ts';
import { type Batch, useRows } from '../use-batches.ts';
import { importWords as w } from '../words.ts';
import { RowTable } from './row-table.tsx';
import { TwinRest } from './twin-choice.tsx';

const order: readonly Verdict[] = ['new', 'changed', 'same', 'refused', 'twin', 'missing'];
/** What a clerk has to look at comes first. */
const urgent: readonly Verdict[] = ['twin', 'refused', 'changed', 'new', 'same', 'missing'];

/** What the check found: how many of each kind, and the rows of one kind. */
export function VerdictRows({ batch, counts }: { batch: Batch; counts: NonNullable<Batch['counts']> }) {
  const [verdict, setVerdict] = useState<Verdict>(() => urgent.find((one) => counts[one] > 0) ?? 'new');
  const list = useRows(batch, { verdict });
  return (
    <Section title={w.result}>
      <Chips
        name="verdict"
        label={w.result}
        options={order.map((value) => ({ value, label: w.verdicts[value], count: counts[value] }))}
        value={verdict}
        onChange={setVerdict}
      />
      <Words tone="soft">{w.verdictLeads[verdict]}</Words>
      {verdict === 'twin' && batch.can.decide && counts.twin > 0 ? (
        <TwinRest batchId={batch.id} undecided={batch.undecided} />
      ) : null}
      <PagedList list={list} empty={w.verdictNone} id="rows">
        {(rows) => <RowTable verdict={verdict} batchId={batch.id} open={batch.can.decide} rows={rows} />}
      </PagedList>
    </Section>
  );
}
