import { useParams } from '../../../platform/nav.ts';
import { HandoverDesk } from '../../../registry/handover/handover.tsx';
import { handoverWords as w } from '../../../registry/handover/words.ts';
import { Page } from '../../../ui/index.ts';

/** Who leaves hands over first. */
export default function WorkerHandover() {
  const { accountId } = useParams('workerHandover');
  return (
    <Page title={w.title} dense wide>
      <HandoverDesk first={accountId ?? ''} />
    </Page>
  );
}
