import { api } from '../../api.ts';
import { volunteerWords as w } from '../../companion/volunteers/words.ts';
import { queryClient } from '../../query.ts';
import { Card, Columns, confirm, PlainButton, Row, Section, say, Words } from '../../ui/index.ts';
import { type Person, usePeople } from './use-people.ts';

async function admit({ name, assignment }: Person): Promise<void> {
  if (!(await confirm({ title: w.admitTitle(name), words: w.admitWords, yes: w.admit }))) return;
  await api.accounts.admit({ assignmentId: assignment.id });
  await queryClient.invalidateQueries();
  say(w.admitted);
}

/** Volunteers who applied and wait for their community; nothing when nobody waits. */
export function PendingVolunteers() {
  const { data } = usePeople({ role: 'volunteer', state: 'pending' });
  if (!data?.items.length) return null;
  return (
    <Section title={w.pending}>
      <Columns min={300}>
        {data.items.map((person) => (
          <Card tone="glow" key={person.assignment.id}>
            <Words tone="strong">{person.name}</Words>
            <Words tone="soft">
              {[person.phoneMasked, person.assignment.communities.map(({ name }) => name).join('、')]
                .filter(Boolean)
                .join(' · ')}
            </Words>
            <Row>
              <PlainButton
                id={`admit-${person.assignment.id}`}
                icon="check"
                label={`${w.admit}：${person.name}`}
                onTap={() => admit(person)}
              >
                {w.admit}
              </PlainButton>
            </Row>
          </Card>
        ))}
      </Columns>
    </Section>
  );
}
