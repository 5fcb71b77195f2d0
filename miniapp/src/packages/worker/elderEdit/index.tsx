import { useParams } from '../../../platform/nav.ts';
import { ElderEditForm } from '../../../registry/elders/edit-form.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { editWords as e } from '../../../registry/elders/words.ts';
import { useAreas } from '../../../registry/use-areas.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** Adds a file, or changes one. */
export default function WorkerElderEdit() {
  const { id } = useParams('workerElderEdit');
  const areas = useAreas();
  const elder = useElder(id);
  return (
    <Page title={id ? e.title : e.titleNew} dense wide>
      <Shown query={areas}>
        {({ communities }) =>
          id ? (
            <Shown query={elder}>{(file) => <ElderEditForm elder={file} areas={communities} />}</Shown>
          ) : (
            <ElderEditForm areas={communities} />
          )
        }
      </Shown>
    </Page>
  );
}
