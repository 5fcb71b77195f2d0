import { DueList, dueWords as w } from '../../../bedside/index.ts';
import { Page } from '../../../ui/index.ts';

/** Whom staff of the area should assess. */
export default function WorkerDue() {
  return (
    <Page title={w.title} dense wide>
      <DueList />
    </Page>
  );
}
