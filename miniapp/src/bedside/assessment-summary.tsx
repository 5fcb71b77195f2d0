import { go } from '../platform/nav.ts';
import { Card, ListRow, Section, Shown, StatusTag } from '../ui/index.ts';
import { useAssessments } from './use-assessments.ts';
import { bedsideWords as w } from './words.ts';

/** On an elder's file, for staff: the level that counts, whether she is due, and the way to the rest. */
export function AssessmentSummary({ elderId }: { elderId: string }) {
  const query = useAssessments(elderId);
  return (
    <Section title={w.title}>
      <Shown query={query}>
        {({ items, due }) => {
          const now = items.find(({ effective }) => effective);
          return (
            <Card>
              <ListRow
                id="to-assessments"
                icon="heart"
                title={now ? now.levelWords : w.none}
                tag={due.due ? <StatusTag tone="warn">{w.dueNow}</StatusTag> : null}
                notes={[now?.day, ...(now ? due.words : []), !due.due && due.dueOn && w.dueNext(due.dueOn)]}
                onTap={() => go('workerAssessments', { elderId })}
              />
            </Card>
          );
        }}
      </Shown>
    </Section>
  );
}
