import { sayEvent } from '@wubian/shared/bedside/risk-events.ts';
import { CheckGrid, Section, Stack, TextInput, Words } from '../ui/index.ts';
import type { Assess } from './use-assess.ts';
import { assessWords as w } from './words.ts';

const grounds = ['coma', 'dementia', 'mentalDisorder'] as const;
const choices = [
  { value: 'coma', label: w.coma, note: w.comaNote },
  { value: 'dementia', label: w.dementia, note: w.dementiaNote },
  { value: 'mentalDisorder', label: w.mentalDisorder, note: w.mentalNote },
] as const;

/** What weighs on the level beside the scores. */
export function Findings({ assess: { form, set, wrong, events } }: { assess: Assess }) {
  return (
    <Section title={w.findings}>
      <Stack>
        <CheckGrid
          name="finding"
          label={w.anyOf}
          hint={w.anyOfHint}
          columns={1}
          options={choices}
          value={grounds.filter((ground) => form[ground])}
          onChange={(held) => set(Object.fromEntries(grounds.map((ground) => [ground, held.includes(ground)])))}
        />
        <Words>{events.length ? w.logged(events.map(sayEvent).join('、')) : w.loggedNone}</Words>
        <TextInput
          id="declared"
          kind="number"
          label={w.declared}
          hint={w.declaredHint}
          optional
          maxLength={2}
          value={form.declared}
          error={wrong.declaredRiskEvents}
          onChange={(declared) => set({ declared })}
        />
      </Stack>
    </Section>
  );
}
