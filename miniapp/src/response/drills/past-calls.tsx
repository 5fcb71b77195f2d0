import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { Empty, ListRow, Rows, Section, Shown, Words, whenWords } from '../../ui/index.ts';
import { usePastCalls } from './use-drills.ts';
import { drillWords as w } from './words.ts';

/** The last calls that are over, to be replayed. */
export function PastCalls() {
  const query = usePastCalls();
  return (
    <Section title={w.past}>
      <Words tone="soft">{w.pastNote}</Words>
      <Shown query={query}>
        {({ items }) => {
          const calls = items.filter(({ drill }) => !drill);
          if (!calls.length) return <Empty words={w.noPast} />;
          return (
            <Rows>
              {calls.map((one) => (
                <ListRow
                  key={one.id}
                  id={`replay-${one.id}`}
                  title={one.elderName}
                  notes={[`${whenWords(one.raisedAt, now())} · ${one.sourceLabel} · ${one.statusLabel}`]}
                  onTap={() => go('officeReplay', { id: one.id })}
                />
              ))}
            </Rows>
          );
        }}
      </Shown>
    </Section>
  );
}
