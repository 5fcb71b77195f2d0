import { replace } from '../../platform/nav.ts';
import { Card, Columns, MainAct, PlainButton, Stack, say, Words } from '../../ui/index.ts';
import { TwinWarning } from '../merges/twin-warning.tsx';
import type { Area } from '../use-areas.ts';
import { EditContacts } from './edit-contacts.tsx';
import { EditLiving, EditVisit } from './edit-living.tsx';
import { EditWhere } from './edit-where.tsx';
import { EditWho } from './edit-who.tsx';
import { useElderAdd } from './use-elder-add.ts';
import { editWords as e } from './words.ts';

/** The first entry of a new file: what is known at the door. The rest is filled in group by group afterwards. */
export function ElderAddForm({ areas }: { areas: readonly Area[] }) {
  const edit = useElderAdd(areas.length === 1 ? (areas[0]?.id ?? '') : '');

  async function save() {
    const saved = await edit.save();
    if (!saved) return;
    await replace('workerElder', { id: saved.id });
    say(e.saved);
  }
  return (
    <>
      {edit.fromDraft ? (
        <Card tone="tint">
          <Words>{e.draftKept}</Words>
          <PlainButton id="drop-draft" onTap={edit.dropDraft}>
            {e.dropDraft}
          </PlainButton>
        </Card>
      ) : null}
      <Columns min={400}>
        <Stack>
          <EditWho edit={edit} />
          <EditWhere edit={edit} areas={areas} />
          <EditContacts edit={edit} />
        </Stack>
        <Stack>
          <EditLiving edit={edit} />
          <EditVisit edit={edit} />
        </Stack>
      </Columns>
      <TwinWarning form={edit.form} />
      {Object.keys(edit.errors).length ? <Words tone="strong">{e.wrong}</Words> : null}
      <MainAct id="save-elder" onTap={save}>
        {e.save}
      </MainAct>
    </>
  );
}
