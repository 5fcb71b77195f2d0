import { MyRollCallList } from '../../../response/rollcall/my-list.tsx';
import { myRollWords as w } from '../../../response/rollcall/words.ts';
import { Page } from '../../../ui/index.ts';

/** The old people whom a worker is asked to look after. */
export default function WorkerRollCall() {
  return (
    <Page title={w.title} dense>
      <MyRollCallList />
    </Page>
  );
}
