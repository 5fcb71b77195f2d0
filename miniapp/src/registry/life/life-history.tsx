import { sayDay } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { ListRow, Rows, Section, Timeline, Words, whenWords } from '../../ui/index.ts';
import type { Life } from './use-life.ts';
import { lifeWords as w } from './words.ts';

/** All that has become of her, the newest first; and the visits that were cancelled meanwhile. */
export function LifeHistory({ life: { items, cancelled } }: { life: Life }) {
  return (
    <>
      {cancelled.length ? (
        <Section title={w.cancelled}>
          <Rows>
            {cancelled.map(({ taskId, said }) => (
              <ListRow key={taskId} id={`again-${taskId}`} title={said} onTap={() => go('task', { id: taskId })} />
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title={w.history}>
        {items.length ? (
          <Timeline
            items={items.map((entry) => ({
              title: `${entry.label}${entry.undone ? w.tookBack : ` · ${sayDay(entry.on)}`}`,
              at: whenWords(entry.at, now()),
              note: w.entry(entry.byName, entry.why),
              state: 'done',
            }))}
          />
        ) : (
          <Words tone="soft">{w.noHistory}</Words>
        )}
      </Section>
    </>
  );
}
