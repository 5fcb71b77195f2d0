import { AssessSheet, assessWords as w } from '../../../bedside/index.ts';
import { useParams } from '../../../platform/nav.ts';
import { Page } from '../../../ui/index.ts';

/** One sheet of an ability assessment. */
export default function WorkerAssess() {
  const { elderId } = useParams('workerAssess');
  return (
    <Page title={w.title} dense wide>
      {elderId ? <AssessSheet elderId={elderId} /> : null}
    </Page>
  );
}
