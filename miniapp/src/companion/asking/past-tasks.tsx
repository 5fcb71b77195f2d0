import { useState } from 'react';
import { PagedList, PlainButton, Rows, Section } from '../../ui/index.ts';
import { TaskRowCard } from '../task-card.tsx';
import { usePastTasks } from './use-asking.ts';
import { askingWords as say } from './words.ts';

/** What is over; read only when asked for. */
export function PastTasks() {
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <PlainButton id="show-past" icon="clock" onTap={() => setShown(true)}>
        {say.showPast}
      </PlainButton>
    );
  }
  return <PastList />;
}

function PastList() {
  const past = usePastTasks();
  return (
    <Section title={say.past}>
      <PagedList list={past} empty={say.noPast} id="past">
        {(items) => (
          <Rows>
            {items.map((row) => (
              <TaskRowCard key={row.id} task={row} />
            ))}
          </Rows>
        )}
      </PagedList>
    </Section>
  );
}
