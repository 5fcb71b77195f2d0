import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { useState } from 'react';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { MainAct, Section, Stack, TextArea } from '../../ui/index.ts';
import { type DayDraft, FirstDayChoice } from './first-day-choice.tsx';
import { sendChange, type Wrong } from './send-change.ts';
import type { Parameter } from './use-parameters.ts';
import { draftOf, readDraft, type ValueDraft } from './value-draft.ts';
import { ValueFields } from './value-fields.tsx';
import { parameterWords as w } from './words.ts';

interface Draft {
  id: string;
  value: ValueDraft;
  day: DayDraft;
  reason: string;
}

/** A new value, its first day and the reason. What was typed stays until it is saved. */
export function ChangeForm({ parameter, today }: { parameter: Parameter; today: string }) {
  const { form } = parameterRow(parameter.key);
  const blank = (): Draft => ({
    id: newId(),
    value: draftOf(form, parameter.value),
    day: { usual: today, typed: '' },
    reason: '',
  });
  const [draft, setDraft, done] = useDraft<Draft>(`parameter/${parameter.key}`, blank());
  const [wrong, setWrong] = useState<Wrong>({});
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  async function save() {
    const found = await sendChange(parameter, today, { ...draft, value: readDraft(form, draft.value) });
    if (found === undefined) return;
    setWrong(found ?? {});
    if (found) return;
    setDraft({ ...blank(), value: draft.value });
    done();
  }
  return (
    <Section title={w.form}>
      <Stack>
        <ValueFields form={form} draft={draft.value} onChange={(value) => change({ value })} error={wrong.value} />
        <FirstDayChoice today={today} value={draft.day} onChange={(day) => change({ day })} error={wrong.from} />
        <TextArea
          id="reason"
          label={w.reason}
          hint={w.reasonHint}
          maxLength={200}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={wrong.reason}
        />
        <MainAct id="save-parameter" onTap={save}>
          {w.save}
        </MainAct>
      </Stack>
    </Section>
  );
}
