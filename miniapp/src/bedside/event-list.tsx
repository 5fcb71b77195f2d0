import { now } from '../platform/clock.ts';
import { dayWords, ListRow, PagedList, PlainButton, Rows, Section } from '../ui/index.ts';
import { askEvent } from './event-sheet.tsx';
import { useRiskEvents } from './use-assessments.ts';
import { eventWords as w } from './words.ts';

/** What befell her between assessments, and the way to add to it. */
export function EventList({ elderId, canAdd }: { elderId: string; canAdd: boolean }) {
  const list = useRiskEvents(elderId);
  return (
    <Section title={w.title}>
      {canAdd ? (
        <PlainButton id="add-event" icon="plus" onTap={() => askEvent(elderId)}>
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
