import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { useState } from 'react';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, Columns, MainAct, PlainButton, Section, Stack, TextArea, Words } from '../../ui/index.ts';
import { ChangeList } from '../parameters/change-list.tsx';
import { type DayDraft, FirstDayChoice } from '../parameters/first-day-choice.tsx';
import { sendChange, type Wrong } from '../parameters/send-change.ts';
import type { Parameter } from '../parameters/use-parameters.ts';
import { parameterWords as p } from '../parameters/words.ts';
import { draftOf, type LadderDraft, readDraft } from './ladder-draft.ts';
import { LadderFields } from './ladder-fields.tsx';
import { LadderPreview } from './ladder-preview.tsx';
import { ladderWords as w } from './words.ts';

interface Draft {
  id: string;
  ladder: LadderDraft;
  day: DayDraft;
  reason: string;
}

/** The street's ladder from a day on, and beside it whom it would call now. */
export function LadderForm({ parameter, today }: { parameter: Parameter; today: string }) {
  const blank = (): Draft => ({
    ...{ id: newId(), ladder: draftOf(parameter.value as Ladder) },
    ...{ day: { usual: today, typed: '' }, reason: '' },
  });
  const [draft, setDraft, done] = useDraft<Draft>('parameter/ladder', blank());
  const [wrong, setWrong] = useState<Wrong>({});
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const read = readDraft(draft.ladder, w.numberNeed);
  const wrongs = 'wrongs' in read ? read.wrongs : {};

  async function save() {
    const value = 'value' in read ? { value: read.value } : { wrong: Object.values(read.wrongs)[0] ?? '' };
    const found = await sendChange(parameter, today, { ...draft, value });
    if (found === undefined) return;
    setWrong(found ?? {});
    if (found) return;
    setDraft({ ...blank(), ladder: draft.ladder });
    done();
  }
  return (
    <Columns min={400}>
      <LadderFields draft={draft.ladder} onChange={(ladder) => change({ ladder })} wrongs={wrongs} />
      <Stack>
        <LadderPreview ladder={'value' in read ? read.value : undefined} />
        <Section title={p.form}>
          <Card>
            <Stack>
              <FirstDayChoice today={today} value={draft.day} onChange={(day) => change({ day })} error={wrong.from} />
              <TextArea
                id="reason"
                label={p.reason}
                hint={p.reasonHint}
                maxLength={200}
                value={draft.reason}
                onChange={(reason) => change({ reason })}
                error={wrong.reason}
              />
              {wrong.value ? <Words tone="strong">{wrong.value}</Words> : null}
              <MainAct id="save-ladder" onTap={save}>
                {p.save}
              </MainAct>
              <PlainButton id="reset-ladder" onTap={() => setDraft(blank())}>
                {w.reset}
              </PlainButton>
            </Stack>
          </Card>
        </Section>
        <ChangeList parameter={parameter} />
      </Stack>
    </Columns>
  );
}
