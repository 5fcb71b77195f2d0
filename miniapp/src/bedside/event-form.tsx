import { type EventKind, eventKindNames, eventKinds } from '@wubian/shared/bedside/risk-events.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { useDraft } from '../platform/drafts.ts';
import { newId } from '../platform/new-id.ts';
import { dayTyped } from '../registry/elders/elder-form.ts';
import { Card, ChoiceGrid, errorOf, PlainButton, Row, Stack, say, TextArea, TextInput } from '../ui/index.ts';
import { words, wordsOf } from '../words.ts';
import { bedsideChanged } from './use-assessments.ts';
import { assessWords, eventWords as w } from './words.ts';

const kinds = eventKindNames.map((value) => ({ value, label: eventKinds[value].label }));

interface Draft {
  id: string;
  kind: EventKind | '';
  day: string;
  said: string;
}

/** Writes down what befell her; says so when she is now due. */
export function EventForm({ elderId, done }: { elderId: string; done: () => void }) {
  const [first] = useState((): Draft => ({ id: newId(), kind: '', day: dayOf(now()), said: '' }));
  const [draft, setDraft, sent] = useDraft(`event/${elderId}`, first);
  const [wrong, setWrong] = useState<{ kind?: string; day?: string | undefined; said?: string }>({});
  const { id, kind, day, said } = draft;

  async function send() {
    if (!kind) return setWrong({ kind: words.pleaseChoose });
    try {
      const input = { elderId, id, kind, day: dayTyped(day), words: said };
      const { due } = await api.bedside.addRiskEvent(input);
      sent();
      await bedsideChanged();
      done();
      say(due.due ? w.savedDue : w.saved);
    } catch (refused) {
      const ofDay = errorOf(refused, 'day');
      setWrong(ofDay ? { day: ofDay } : { said: wordsOf(refused) });
    }
  }
  return (
    <Card>
      <Stack>
        <ChoiceGrid
          name="event"
          label={w.kind}
          options={kinds}
          value={kind || undefined}
          error={wrong.kind}
          onChange={(next) => setDraft({ ...draft, kind: next })}
        />
        <TextInput
          id="event-day"
          label={w.day}
          hint={assessWords.dayHint}
          maxLength={12}
          value={day}
          error={wrong.day}
          onChange={(next) => setDraft({ ...draft, day: next })}
        />
        <TextArea
          id="event-words"
          label={w.words}
          hint={w.wordsHint}
          optional
          maxLength={300}
          value={said}
          error={wrong.said}
          onChange={(next) => setDraft({ ...draft, said: next })}
        />
        <Row>
          <PlainButton id="event-save" onTap={send}>
            {w.save}
          </PlainButton>
          <PlainButton id="event-cancel" onTap={done}>
            {words.cancel}
          </PlainButton>
        </Row>
      </Stack>
    </Card>
  );
}
