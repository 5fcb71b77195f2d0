import { type FieldGroup, fieldGroups } from '@wubian/shared/registry/fields.ts';
import { go } from '../../platform/nav.ts';
import { Card, Facts, PlainButton, Section, Words } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { dossierWords as w } from './words.ts';

/** Fields whose absence a reader must see, since a rule waits for them; the others are left out when empty. */
const alwaysShown = [
  'idNumber',
  'phone',
  'birthDate',
  'living',
  'childrenLive',
  'marital',
  'handicapGrade',
  'abilityLevel',
  'contacts',
  'responsibleId',
  'welfare',
];

/** One group of the file in words, with the way to change it. */
export function DossierGroup({ elder, group }: { elder: Elder; group: FieldGroup }) {
  const shown = elder.groups.find((one) => one.group === group)?.fields ?? [];
  const items = shown.flatMap(({ field, label, said }): [string, string][] =>
    said || alwaysShown.includes(field) ? [[label, said || w.unknown]] : [],
  );
  const edit = () => go('workerElderEdit', { id: elder.id, group });
  return (
    <Section
      title={fieldGroups[group]}
      side={
        elder.can.edit ? (
          <PlainButton id={`edit-${group}`} label={w.editGroup(fieldGroups[group])} onTap={edit}>
            {w.mend}
          </PlainButton>
        ) : undefined
      }
    >
      <Card>{items.length ? <Facts items={items} /> : <Words tone="soft">{w.nothing}</Words>}</Card>
    </Section>
  );
}
