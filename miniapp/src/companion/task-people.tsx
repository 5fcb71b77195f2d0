import { doorOpenerLabels } from '@wubian/shared/companion/door-openers.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { call } from '../platform/phone-call.ts';
import { askReveal, type Revealed } from '../registry/dossier/reveal-sheet.tsx';
import { RevealedValues } from '../registry/dossier/revealed-values.tsx';
import { Card, Facts, ListRow, PlainButton, Rows, Section, Words } from '../ui/index.ts';
import type { Task } from './types.ts';
import { taskWords } from './words.ts';

/** For whom and where: the door only for those who may know it. */
export function TaskPlace({ task }: { task: Task }) {
  const { elder, place } = task;
  const address = [place.estateName, place.door].filter(Boolean).join(' ');
  return (
    <Section title={elder.name}>
      <Card>
        <Words tone="strong">{`${place.communityName} ${address}`}</Words>
        {place.door === null && task.can.claim ? <Words tone="soft">{taskWords.placeLater}</Words> : null}
        <Facts
          items={[
            [taskWords.door, place.doorOpener && doorOpenerLabels[place.doorOpener]],
            [taskWords.doorNotes, place.doorNotes],
            [taskWords.careNotes, elder.careNotes],
          ]}
        />
      </Card>
    </Section>
  );
}

interface Callee {
  id: string;
  name: string;
  about: string;
  phone: string;
}

/**
 * Everyone who can be rung about this visit, in the order in which to try: her side rings the volunteer and the
 * community, the others the elder and her people. An old person is not told to ring herself.
 */
function callees({ elder, contacts, volunteer, worker }: Task, role: Role | undefined): Callee[] {
  const one = (id: string, about: string, who: { name: string; phone: string | null } | null): Callee[] =>
    who?.phone ? [{ id, about, name: who.name, phone: who.phone }] : [];
  const herPeople = contacts.flatMap((who, index) => one(`contact-${index}`, who.relation, who));
  const her = one('elder', taskWords.elder, elder);
  const comer = one('volunteer', taskWords.volunteer, volunteer);
  const community = one('worker', taskWords.worker, worker);
  if (role === 'resident') return [...comer, ...community, ...herPeople];
  if (role === 'family') return [...comer, ...community, ...her, ...herPeople];
  return role === 'volunteer' ? [...her, ...herPeople, ...community] : [...her, ...herPeople, ...comer, ...community];
}

/** A masked number can be read but not rung. */
const rings = (phone: string): boolean => !phone.includes('*');

/** Whom to call; each line is a call button. */
export function TaskPeople({ task, role }: { task: Task; role: Role | undefined }) {
  const [revealed, setRevealed] = useState<Revealed>();
  const all = callees(task, role);
  const masked = all.some(({ phone }) => !rings(phone));
  async function reveal() {
    const shown = await askReveal(task.elder.id, ['phone', 'contacts', 'address']);
    if (shown) setRevealed(shown);
  }
  if (!all.length) return null;
  return (
    <Section title={taskWords.people}>
      <Rows>
        {all.map(({ id, name, about, phone }) => (
          <ListRow
            key={id}
            id={`call-${id}`}
            icon={rings(phone) ? 'phone' : 'person'}
            title={`${about} ${name}`}
            notes={[phone]}
            onTap={rings(phone) ? () => call(phone) : undefined}
          />
        ))}
      </Rows>
      {revealed ? <RevealedValues name={task.elder.name} revealed={revealed} /> : null}
      {masked && !revealed ? (
        <PlainButton id="reveal" icon="phone" onTap={reveal}>
          {taskWords.reveal}
        </PlainButton>
      ) : null}
    </Section>
  );
}
