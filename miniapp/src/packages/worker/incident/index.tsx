import { useParams } from '../../../platform/nav.ts';
import { StaffIncident } from '../../../response/desk/call/staff-incident.tsx';
import { callWords as w } from '../../../response/desk/call/words.ts';
import { useIncident } from '../../../response/incident/use-incident.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** One call for help, for staff. */
export default function WorkerIncident() {
  const { id } = useParams('workerIncident');
  return (
    <Page title={w.title} dense wide>
      <Shown query={useIncident(id)}>{(incident) => <StaffIncident incident={incident} />}</Shown>
    </Page>
  );
}
