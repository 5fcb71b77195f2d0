import { useState } from 'react';
import { now } from '../platform/clock.ts';
import { dayWords, ListRow, PagedList, PlainButton, Rows, Section } from '../ui/index.ts';
import { EventForm } from './event-form.tsx';
import { useRiskEvents } from './use-assessments.ts';
import { eventWords as w } from './words.ts';

/** What befell her between assessments, and the way to add to it. */
export function EventList({ elderId, canAdd }: { elderId: string; canAdd: boolean }) {
  const [adding, setAdding] = useState(false);
  const list = useRiskEvents(elderId);
  return (
    <Section title={w.title}>
      {adding ? <EventForm elderId={elderId} done={() => setAdding(false)} /> : null}
      {canAdd && !adding ? (
        <PlainButton id="add-event" icon="plus" onTap={() => setAdding(true)}>
          {w.add}
        </PlainButton>
      ) : null}
      <PagedList list={list} empty={w.none} id="events">
        {(events) => (
          <Rows>
            {events.map(({ id, label, day, words, recordedByName }) => (
              <ListRow key={id} title={`${label}　${dayWords(day, now())}`} notes={[words, w.by(recordedByName)]} />
            ))}
          </Rows>
        )}
      </PagedList>
    </Section>
  );
}
