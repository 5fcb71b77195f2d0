import { type Kind, kinds } from '@wubian/shared/companion/kinds.ts';
import { RulesForm } from '../../../office/rules-form.tsx';
import { useRules } from '../../../office/use-office.ts';
import { ruleWords as w } from '../../../office/words.ts';
import { now } from '../../../platform/clock.ts';
import { Columns, ListRow, Page, Rows, Section, Shown, Stack, Words, whenWords } from '../../../ui/index.ts';

const namesOf = (list: readonly Kind[]): string => list.map((kind) => kinds[kind].label).join('、');

/** How requests are opened and confirmed, and every change of it. */
export default function OfficeTaskRules() {
  const query = useRules();
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Shown query={query}>
        {({ rules, history }) => (
          <Columns min={400}>
            <Stack>
              <RulesForm rules={rules} />
            </Stack>
            <Section title={w.history}>
              {history.length ? (
                <Rows>
                  {history.map((one) => (
                    <ListRow
                      key={one.at}
                      title={one.reason}
                      notes={[
                        w.by(one.by, whenWords(one.at, now())),
                        w.auto(namesOf(one.rules.autoOpenKinds)),
                        w.closed(namesOf(one.rules.closedKinds)),
                        w.confirmAfter(w.hoursOf(one.rules.confirmAfterHours)),
                      ]}
                    />
                  ))}
                </Rows>
              ) : (
                <Words>{w.noHistory}</Words>
              )}
            </Section>
          </Columns>
        )}
      </Shown>
    </Page>
  );
}
