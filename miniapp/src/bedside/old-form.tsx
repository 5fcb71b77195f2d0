import { abilityLevels, oldLevels, standards } from '@wubian/shared/bedside/ability.ts';
import { bedside } from '@wubian/shared/bedside/contract.ts';
import { useState } from 'react';
import { api } from '../api.ts';
import { useDraft } from '../platform/drafts.ts';
import { newId } from '../platform/new-id.ts';
import { dayTyped } from '../registry/elders/elder-form.ts';
import { Card, ChoiceGrid, errorOf, PlainButton, Row, Section, Stack, say, TextArea, TextInput } from '../ui/index.ts';
import { words, wordsOf } from '../words.ts';
import { wordsByField } from '../words-by-field.ts';
import { bedsideChanged } from './use-assessments.ts';
import { assessWords, bedsideWords, oldWords as w } from './words.ts';

const choices = [
  { value: 'now', label: w.now, note: w.nowNote },
  { value: 'old', label: w.old, note: w.oldNote },
] as const;
/** The levels of each standard by name; they are not the same levels. */
const levelsOf = (standard: keyof typeof standards) =>
  (standard === 'now' ? abilityLevels.map(({ name }) => name) : oldLevels).map((label, at) => ({
    value: String(at),
    label,
    note: w.levelNote(at),
  }));
const missing = {
  result: words.pleaseChoose,
  day: `${assessWords.cause(bedsideWords.day)}，${assessWords.dayHint}`,
};

interface Draft {
  id: string;
  standard: keyof typeof standards | '';
  level: string;
  day: string;
  organisation: string;
  note: string;
}
const blank = (): Draft => ({ id: newId(), standard: '', level: '', day: '', organisation: '', note: '' });

/** Takes over a conclusion from paper, by the old standard or by the present one. */
export function OldForm({ elderId, done }: { elderId: string; done: () => void }) {
  const [first] = useState(blank);
  const [draft, setDraft, sent] = useDraft(`old-result/${elderId}`, first);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const { id, standard, level, day, organisation, note } = draft;

  async function send() {
    const checked = bedside.addOldResult.input.safeParse({
      ...{ elderId, id, organisation, note, day: dayTyped(day) },
      result: standard && level ? { standard: standards[standard], level: Number(level) } : undefined,
    });
    if (!checked.success) return setWrong({ ...wordsByField(checked.error.issues, missing) });
    setWrong({});
    try {
      await api.bedside.addOldResult(checked.data);
    } catch (refused) {
      const ofDay = errorOf(refused, 'day');
      return setWrong(ofDay ? { day: ofDay } : { note: wordsOf(refused) });
    }
    sent();
    await bedsideChanged();
    done();
    say(w.saved);
  }
  return (
    <Section title={w.title}>
      <Card>
        <Stack>
          <ChoiceGrid
            name="standard"
            label={w.standard}
            columns={1}
            options={choices}
            value={standard || undefined}
            error={standard ? undefined : wrong.result}
            onChange={(next) => set({ standard: next, level: '' })}
          />
          {standard ? (
            <ChoiceGrid
              name="level"
              label={w.level}
              options={levelsOf(standard)}
              value={level || undefined}
              error={wrong.result}
              onChange={(next) => set({ level: next })}
            />
          ) : null}
          <TextInput
            id="old-day"
            label={bedsideWords.day}
            hint={assessWords.dayHint}
            maxLength={12}
            value={day}
            error={wrong.day}
            onChange={(next) => set({ day: next })}
          />
          <TextInput
            id="old-organisation"
            label={w.organisation}
            maxLength={60}
            value={organisation}
            error={wrong.organisation}
            onChange={(next) => set({ organisation: next })}
          />
          <TextArea
            id="old-note"
            label={w.note}
            optional
            maxLength={300}
            value={note}
            error={wrong.note}
            onChange={(next) => set({ note: next })}
          />
          <Row>
            <PlainButton id="old-save" onTap={send}>
              {w.save}
            </PlainButton>
            <PlainButton id="old-cancel" onTap={done}>
              {words.cancel}
            </PlainButton>
          </Row>
        </Stack>
      </Card>
    </Section>
  );
}
