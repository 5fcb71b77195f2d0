import { Card, Words } from '../../ui/index.ts';
import { Bar } from '../progress.tsx';
import type { Batch, Running } from '../use-batches.ts';
import { importWords as w } from '../words.ts';

/** What runs now and how far it is. */
export function RunningCard({ state, progress: { rows, total } }: { state: Running } & Pick<Batch, 'progress'>) {
  return (
    <Card>
      <Words tone="lead">{`${w.running[state]}…`}</Words>
      {total ? <Bar percent={(100 * rows) / total} /> : null}
      <Words>{w.rowsDone(rows, total)}</Words>
      <Words tone="soft">{w.mayLeave}</Words>
    </Card>
  );
}
