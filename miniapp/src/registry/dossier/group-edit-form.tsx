import { type FieldGroup, fieldGroups } from '@wubian/shared/registry/fields.ts';
import { back } from '../../platform/nav.ts';
import { Card, Chips, Facts, MainAct, PlainButton, Section, say, TextInput, Words } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import type { Area } from '../use-areas.ts';
import { FieldControl } from './field-control.tsx';
import { type AddressForm, editableFields, groupFormOf } from './group-form.ts';
import { otherErrors, useGroupEdit } from './use-group-edit.ts';
import { dossierWords as w } from './words.ts';

const whyChips = w.whyChoices.map((value) => ({ value, label: value }));

/** One group of a file, to be changed with a reason. */
export function GroupEditForm({ elder, group, areas }: { elder: Elder; group: FieldGroup; areas: readonly Area[] }) {
  const edit = useGroupEdit(elder, group);
  const where = (edit.form.address ?? groupFormOf(elder.facts, 'where').address) as AddressForm;

  async function save() {
    if (!(await edit.save())) return;
    await back();
    say(w.saved);
  }
  return (
    <>
      {edit.fromDraft ? (
        <Card tone="tint">
          <Words>{w.draftKept}</Words>
          <PlainButton id="drop-draft" onTap={edit.dropDraft}>
            {w.dropDraft}
          </PlainButton>
        </Card>
      ) : null}
      {edit.theirs ? (
        <Card tone="glow">
          <Words tone="strong">{w.changed}</Words>
          <Words>{w.changedLead}</Words>
          <Facts items={edit.theirs.map(([label, said]): [string, string] => [label, w.now(said)])} />
        </Card>
      ) : null}
      <Section title={fieldGroups[group]}>
        {editableFields(group).map((field) => (
          <FieldControl
            key={field}
            field={field}
            value={edit.form[field]!}
            areas={areas}
            where={where}
            errors={edit.errors}
            onChange={(value) => edit.set(field, value)}
          />
        ))}
      </Section>
      <Section title={w.why}>
        <Chips
          name="why"
          label={w.why}
          options={whyChips}
          value={edit.why as (typeof whyChips)[number]['value']}
          onChange={edit.setWhy}
        />
        <TextInput
          id="why"
          label={w.why}
          hint={w.whyHint}
          maxLength={100}
          value={edit.why}
          error={edit.errors.why}
          onChange={edit.setWhy}
        />
      </Section>
      {otherErrors(edit.errors).map((words) => (
        <Words key={words} tone="strong">
          {words}
        </Words>
      ))}
      <MainAct id="save-group" onTap={save}>
        {w.save}
      </MainAct>
    </>
  );
}
