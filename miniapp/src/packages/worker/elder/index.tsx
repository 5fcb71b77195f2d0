import { go, useParams } from '../../../platform/nav.ts';
import { ElderFile } from '../../../registry/elders/elder-file.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { elderWords as w } from '../../../registry/elders/words.ts';
import { MainAct, Page, PlainButton, Shown } from '../../../ui/index.ts';

/** One file of the registry. */
export default function WorkerElder() {
  const { id } = useParams('workerElder');
  const query = useElder(id);
  return (
    <Page title={query.data?.facts.name ?? w.file} dense wide>
      <Shown query={query}>
        {(elder) => (
          <ElderFile elder={elder}>
            {elder.can.ask ? (
              <MainAct id="ask-for" icon="heart" onTap={() => go('workerAsk', { elderId: elder.id })}>
                {w.ask}
              </MainAct>
            ) : null}
            {elder.can.edit ? (
              <PlainButton id="edit-elder" onTap={() => go('workerElderEdit', { id: elder.id })}>
                {w.edit}
              </PlainButton>
            ) : null}
          </ElderFile>
        )}
      </Shown>
    </Page>
  );
}
