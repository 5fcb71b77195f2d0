import { useState } from 'react';
import { ChoiceGrid, Columns, Shown, Stack, Words } from '../../ui/index.ts';
import { ConsentCard } from './consent-card.tsx';
import { useConsents } from './use-privacy.ts';
import { ViewList } from './view-list.tsx';
import { privacyWords as w } from './words.ts';

type Part = keyof typeof w.parts;
const parts = (Object.keys(w.parts) as Part[]).map((value) => ({ value, label: w.parts[value] }));

function ConsentList({ elderId, staff }: { elderId: string; staff: boolean }) {
  return (
    <Stack>
      <Words tone="soft">{w.consentsLead}</Words>
      <Shown query={useConsents(elderId)}>
        {({ items }) => (
          <Columns min={400}>
            {items.map((one) => (
              <ConsentCard key={one.purpose} elderId={elderId} consent={one} staff={staff} />
            ))}
          </Columns>
        )}
      </Shown>
    </Stack>
  );
}

/** Who looked at a file, and what was agreed to: one page for her, her family and staff. */
export function PrivacyPanel({ elderId, staff = false }: { elderId: string; staff?: boolean }) {
  const [part, setPart] = useState<Part>(staff ? 'consents' : 'views');
  return (
    <>
      <ChoiceGrid name="part" label={w.part} columns={2} options={parts} value={part} onChange={setPart} />
      {part === 'views' ? <ViewList elderId={elderId} /> : <ConsentList elderId={elderId} staff={staff} />}
    </>
  );
}
