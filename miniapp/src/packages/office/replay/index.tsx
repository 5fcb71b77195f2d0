import { useParams } from '../../../platform/nav.ts';
import { ReplayView } from '../../../response/drills/replay-view.tsx';
import { drillWords as w } from '../../../response/drills/words.ts';
import { Page, Words } from '../../../ui/index.ts';

/** Who would have been called when, had the ladder been another. */
export default function OfficeReplay() {
  const { id } = useParams('officeReplay');
  return (
    <Page title={w.replayTitle} dense wide>
      <Words tone="soft">{w.replayLead}</Words>
      {id ? <ReplayView incidentId={id} /> : null}
    </Page>
  );
}
