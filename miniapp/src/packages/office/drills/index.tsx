import { DrillCard } from '../../../response/drills/drill-card.tsx';
import { PastCalls } from '../../../response/drills/past-calls.tsx';
import { StartDrill } from '../../../response/drills/start-drill.tsx';
import { useDrills } from '../../../response/drills/use-drills.ts';
import { drillWords as w } from '../../../response/drills/words.ts';
import { Columns, Page, PagedList, Section, Stack, Words } from '../../../ui/index.ts';

/** Drills: starting one, those that run, and what became of the others. */
export default function OfficeDrills() {
  const list = useDrills();
  const running = list.items?.filter(({ open }) => open) ?? [];
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      {running.length ? (
        <Section title={w.running}>
          <Stack>
            {running.map((drill) => (
              <DrillCard key={drill.id} drill={drill} />
            ))}
          </Stack>
        </Section>
      ) : null}
      <Columns min={400}>
        <Stack>
          <StartDrill />
          <PastCalls />
        </Stack>
        <Section title={w.results}>
          <PagedList list={{ ...list, items: list.items?.filter(({ open }) => !open) }} empty={w.none} id="drills">
            {(drills) => (
              <Stack>
                {drills.map((drill) => (
                  <DrillCard key={drill.id} drill={drill} />
                ))}
              </Stack>
            )}
          </PagedList>
        </Section>
      </Columns>
    </Page>
  );
}
