import { useParams } from '../../../platform/nav.ts';
import { ElderHistory } from '../../../registry/dossier/elder-history.tsx';
import { dossierWords as w } from '../../../registry/dossier/words.ts';
import { Page } from '../../../ui/index.ts';

/** Who changed what in a file, when and why. */
export default function WorkerElderHistory() {
  const { id } = useParams('workerElderHistory');
  return (
    <Page title={w.history} dense wide>
      {id ? <ElderHistory elderId={id} /> : null}
    </Page>
  );
}
