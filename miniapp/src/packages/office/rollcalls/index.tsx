import { RollCallList } from '../../../response/rollcall/roll-call-list.tsx';
import { StartForm } from '../../../response/rollcall/start-form.tsx';
import { rollCallWords as w } from '../../../response/rollcall/words.ts';
import { Page, Section } from '../../../ui/index.ts';

/** Roll-calls: start one, and look at those that run or ran. */
export default function OfficeRollCalls() {
  return (
    <Page title={w.title} dense wide>
      <Section title={w.past}>
        <RollCallList />
      </Section>
      <Section title={w.startNew}>
        <StartForm />
      </Section>
    </Page>
  );
}
