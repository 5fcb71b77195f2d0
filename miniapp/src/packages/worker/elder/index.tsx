import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../../accounts/index.ts';
import { AssessmentSummary } from '../../../bedside/index.ts';
import { go, useParams } from '../../../platform/nav.ts';
import { Dossier } from '../../../registry/dossier/dossier.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { elderWords as w } from '../../../registry/elders/words.ts';
import { LifeStrip } from '../../../registry/life/life-strip.tsx';
import { deviceWords } from '../../../response/devices/words.ts';
import { MainAct, Page, PlainButton, Shown } from '../../../ui/index.ts';

/** One file of the registry. */
export default function WorkerElder() {
  const { id } = useParams('workerElder');
  const query = useElder(id);
  const role = useMe().data?.active?.role;
  return (
    <Page title={query.data?.facts.name ?? w.file} dense wide>
      <Shown query={query}>
        {(elder) => (
          <Dossier elder={elder}>
            <LifeStrip elder={elder} />
            {elder.can.ask ? (
              <MainAct id="ask-for" icon="heart" onTap={() => go('workerAsk', { elderId: elder.id })}>
                {w.ask}
              </MainAct>
            ) : null}
            <AssessmentSummary elderId={elder.id} />
            {role && roleMay(role, 'device.manage') ? (
              <PlainButton id="elder-devices" icon="bell" onTap={() => go('workerDevices', { elderId: elder.id })}>
                {deviceWords.title}
              </PlainButton>
            ) : null}
          </Dossier>
        )}
      </Shown>
    </Page>
  );
}
