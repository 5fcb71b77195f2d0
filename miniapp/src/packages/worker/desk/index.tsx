import { NoticeBell } from '../../../notices/index.ts';
import { LiveDesk } from '../../../response/desk/live-desk.tsx';
import { liveDeskWords as w } from '../../../response/desk/words.ts';
import { Page } from '../../../ui/index.ts';

/** The duty desk of a community's or the street's staff. */
export default function WorkerDesk() {
  return (
    <Page title={w.title} dense wide side={<NoticeBell />}>
      <LiveDesk />
    </Page>
  );
}
