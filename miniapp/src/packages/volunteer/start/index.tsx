import { StartForm } from '../../../companion/volunteer/start-form.tsx';
import { volunteerWords as say } from '../../../companion/volunteer/words.ts';
import { Page } from '../../../ui/index.ts';

/** From where I set out, so that near tasks come first. */
export default function VolunteerStart() {
  return (
    <Page title={say.startTitle}>
      <StartForm />
    </Page>
  );
}
