import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { ListRow, PagedList, Rows, Section, whenWords } from '../../ui/index.ts';
import { useActsFor } from './use-asking.ts';
import { askingWords as say } from './words.ts';

/** What others did for this elder, the newest first; a tap opens the request. */
export function ActsForMe({ elderId }: { elderId: string | undefined }) {
  const acts = useActsFor(elderId);
  return (
    <Section title={say.actsDone}>
      <PagedList list={acts} empty={say.noActs} id="acts">
        {(items) => (
          <Rows>
            {items.map(({ taskId, kindLabel, label, by, at, words }) => (
              <ListRow
                key={`${taskId}${label}${at}`}
                icon="person"
                title={`${by} ${label}`}
                notes={[`${kindLabel} · ${whenWords(at, now())}`, words]}
                onTap={() => go('task', { id: taskId })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </Section>
  );
}
