import { doorOpenerLabels } from '@wubian/shared/companion/door-openers.ts';
import { call } from '../platform/phone-call.ts';
import { Card, Facts, ListRow, Rows, Section, Words } from '../ui/index.ts';
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
  phone: string | null;
}

/** Everyone who can be rung about this visit, in the order in which to try. */
function callees({ elder, contacts, volunteer, worker }: Task): Callee[] {
  return [
    ...(elder.phone ? [{ id: 'elder', name: elder.name, about: taskWords.elder, phone: elder.phone }] : []),
    ...contacts.map(({ name, relation, phone }, index) => ({ id: `contact-${index}`, name, about: relation, phone })),
    ...(volunteer ? [{ id: 'volunteer', about: taskWords.volunteer, ...volunteer }] : []),
    ...(worker ? [{ id: 'worker', about: taskWords.worker, ...worker }] : []),
  ];
}

/** A masked number can be read but not rung. */
const rings = (phone: string | null): phone is string => phone !== null && !phone.includes('*');

/** Whom to call; each line is a call button. */
export function TaskPeople({ task }: { task: Task }) {
  const all = callees(task);
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
            notes={[phone ?? taskWords.noPhone]}
            onTap={rings(phone) ? () => call(phone) : undefined}
          />
        ))}
      </Rows>
    </Section>
  );
}
