import { fieldGroups } from '@wubian/shared/registry/fields.ts';
import { useParams } from '../../../platform/nav.ts';
import { GroupEditForm } from '../../../registry/dossier/group-edit-form.tsx';
import { dossierWords } from '../../../registry/dossier/words.ts';
import { ElderAddForm } from '../../../registry/elders/add-form.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { editWords as e } from '../../../registry/elders/words.ts';
import { useAreas } from '../../../registry/use-areas.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** Adds a file, or changes one group of one. */
export default function WorkerElderEdit() {
  const { id, group = 'identity' } = useParams('workerElderEdit');
  const areas = useAreas();
  const elder = useElder(id);
  return (
    <Page title={id ? dossierWords.editGroup(fieldGroups[group]) : e.titleNew} dense wide>
      <Shown query={areas}>
        {({ communities }) =>
          id ? (
            <Shown query={elder}>
              {(file) => <GroupEditForm key={file.id} elder={file} group={group} areas={communities} />}
            </Shown>
          ) : (
            <ElderAddForm areas={communities} />
          )
        }
      </Shown>
    </Page>
  );
}
