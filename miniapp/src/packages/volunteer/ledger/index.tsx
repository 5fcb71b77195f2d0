import { LedgerList } from '../../../companion/volunteer/ledger-list.tsx';
import { volunteerWords as say } from '../../../companion/volunteer/words.ts';
import { Page } from '../../../ui/index.ts';

/** My minutes of service and the ground of each. */
export default function VolunteerLedger() {
  return (
    <Page title={say.ledger}>
      <LedgerList />
    </Page>
  );
}
