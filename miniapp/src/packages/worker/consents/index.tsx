import { useParams } from '../../../platform/nav.ts';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { PrivacyPanel } from '../../../registry/privacy/privacy-panel.tsx';
import { privacyWords as w } from '../../../registry/privacy/words.ts';
import { Page } from '../../../ui/index.ts';

/** What an old person has agreed to, written down by staff, and who looked at her file. */
export default function WorkerConsents() {
  const { id } = useParams('workerConsents');
  const name = useElder(id).data?.facts.name;
  return (
    <Page title={name ? w.titleOf(name) : w.parts.consents} dense wide>
      {id ? <PrivacyPanel elderId={id} staff /> : null}
    </Page>
  );
}
