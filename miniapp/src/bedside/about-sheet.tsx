import { assessReasons, reasonNames } from '@wubian/shared/bedside/reasons.ts';
import { ChoiceGrid, Section, Stack, TextArea, TextInput } from '../ui/index.ts';
import type { Assess } from './use-assess.ts';
import { assessWords as w } from './words.ts';

const reasons = reasonNames.map((value) => ({ value, label: assessReasons[value] }));
const texts = [
  { field: 'first', path: 'assessors.0', label: w.first, max: 30 },
  { field: 'second', path: 'assessors.1', label: w.second, max: 30 },
  { field: 'organisation', path: 'organisation', label: w.organisation, max: 60 },
] as const;

/** When, why and by whom she was assessed. */
export function AboutSheet({ assess: { form, set, wrong } }: { assess: Assess }) {
  return (
    <Section title={w.about}>
      <Stack>
        <TextInput
          id="assess-day"
          label={w.day}
          hint={w.dayHint}
          maxLength={12}
          value={form.day}
          error={wrong.day}
          onChange={(day) => set({ day })}
        />
        <ChoiceGrid
          name="reason"
          label={w.reason}
          options={reasons}
          value={form.reason || undefined}
          error={wrong.reason}
          onChange={(reason) => set({ reason })}
        />
        {texts.map(({ field, path, label, max }) => (
          <TextInput
            key={field}
            id={`assess-${field}`}
            label={label}
            maxLength={max}
            value={form[field]}
            error={wrong[path] ?? (field === 'second' ? wrong.assessors : undefined)}
            onChange={(value) => set({ [field]: value })}
          />
        ))}
        <TextInput
          id="assess-informant"
          label={w.informant}
          hint={w.informantHint}
          optional
          maxLength={60}
          value={form.informant}
          error={wrong.informant}
          onChange={(informant) => set({ informant })}
        />
        <TextArea
          id="assess-note"
          label={w.note}
          optional
          maxLength={300}
          value={form.note}
          error={wrong.note}
          onChange={(note) => set({ note })}
        />
      </Stack>
    </Section>
  );
}
