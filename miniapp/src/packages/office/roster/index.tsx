import { RosterView } from '../../../response/roster/roster-view.tsx';
import { rosterWords as w } from '../../../response/roster/words.ts';
import { Page } from '../../../ui/index.ts';

/** 今日我当班 as whoever plans it sees it. */
export default function OfficeRoster() {
  return (
    <Page title={w.title} dense wide>
      <RosterView />
    </Page>
  );
}
