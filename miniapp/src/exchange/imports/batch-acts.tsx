import { DangerButton, MainAct, PlainButton, Row, Stack, Words } from '../../ui/index.ts';
import type { Batch } from '../use-batches.ts';
import { importWords as w } from '../words.ts';
import { apply, drop } from './acts.ts';
import { ErrorSheet } from './error-sheet.tsx';

/** What may be done with a sheet that has been checked. */
export function ReadyActs({ batch, onRemap }: { batch: Batch; onRemap: () => void }) {
  const { counts, undecided, can } = batch;
  if (!counts) return null;
  const writable = counts.new + counts.changed + counts.twin - undecided;
  return (
    <Stack>
      <Words tone="lead">{w.ready}</Words>
      {undecided ? <Words>{w.undecided(undecided)}</Words> : null}
      {can.apply && writable > 0 ? (
        <MainAct id="apply" onTap={() => apply(batch)}>
          {w.apply}
        </MainAct>
      ) : (
        <Words tone="strong">{w.nothingToApply}</Words>
      )}
      {can.errorSheet ? <ErrorSheet batchId={batch.id} /> : null}
      <Row>
        {can.map ? (
          <PlainButton id="remap" onTap={onRemap}>
            {w.remap}
          </PlainButton>
        ) : null}
        <DropAct batch={batch} />
      </Row>
    </Stack>
  );
}

export const DropAct = ({ batch }: { batch: Batch }) =>
  batch.can.drop ? (
    <DangerButton id="drop" onTap={() => drop(batch)}>
      {w.drop}
    </DangerButton>
  ) : null;
