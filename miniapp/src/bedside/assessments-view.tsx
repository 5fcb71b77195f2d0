import { useState } from 'react';
import { go } from '../platform/nav.ts';
import { Columns, MainAct, PlainButton, Section, Stack, Words } from '../ui/index.ts';
import { EventList } from './event-list.tsx';
import { OldForm } from './old-form.tsx';
import { ResultCard } from './result-card.tsx';
import { StandingCard } from './standing-card.tsx';
import type { Assessments } from './use-assessments.ts';
import { bedsideWords as w } from './words.ts';

/** All results of one elder, what counts of them, what befell her, and the acts. */
export function AssessmentsView({ elderId, found }: { elderId: string; found: Assessments }) {
  const [addsOld, setAddsOld] = useState(false);
  const { items, due, can } = found;
  return (
    <>
      <StandingCard items={items} due={due} />
      {can.add ? (
        <>
          <MainAct id="assess" onTap={() => go('workerAssess', { elderId })}>
            {w.add}
          </MainAct>
          {addsOld ? (
            <OldForm elderId={elderId} done={() => setAddsOld(false)} />
          ) : (
            <PlainButton id="add-old" onTap={() => setAddsOld(true)}>
              {w.addOld}
            </PlainButton>
          )}
        </>
      ) : null}
      <Columns min={400}>
        <Section title={w.history}>
          {items.length ? (
            <Stack>
              {items.map((result) => (
                <ResultCard key={result.id} result={result} />
              ))}
            </Stack>
          ) : (
            <Words tone="soft">{w.noHistory}</Words>
          )}
        </Section>
        <EventList elderId={elderId} canAdd={can.add} />
      </Columns>
    </>
  );
}
