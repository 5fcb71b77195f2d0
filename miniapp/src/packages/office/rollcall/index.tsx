import { useParams } from '../../../platform/nav.ts';
import { RollCallView } from '../../../response/rollcall/roll-call-view.tsx';
import { rollCallWords as w } from '../../../response/rollcall/words.ts';
import { Page } from '../../../ui/index.ts';

/** One roll-call, live. */
export default function OfficeRollCall() {
  const { id = '' } = useParams('officeRollCall');
  return (
    <Page title={w.title} dense wide>
      <RollCallView id={id} />
    </Page>
  );
}
