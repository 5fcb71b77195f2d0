import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { queryClient } from '../../query.ts';
import {
  askWords,
  ChoiceGrid,
  errorOf,
  MainAct,
  PlainButton,
  Row,
  Stack,
  say,
  TextArea,
  Words,
} from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { ElderPicker } from '../elders/elder-picker.tsx';
import type { Grant } from '../use-grants.ts';
import { grantWords as w } from './words.ts';

const hows = (['visit', 'phone', 'paper'] as const).map((value) => ({ value, label: w.hows[value] }));

interface Answer {
  elder: { id: string; name: string } | null;
  how: (typeof hows)[number]['value'] | '';
  note: string;
}

/** Everything that shows grants, or whom they let act, is read anew. */
export const grantsChanged = () => queryClient.invalidateQueries({ queryKey: ['registry'] });

/** A worker's answer: which elder it is, how the elder's own wish was learnt; or a no with its reason. */
export function AnswerForm({ grant }: { grant: Grant }) {
  const [answer, setAnswer, done] = useDraft<Answer>(`grant/${grant.id}`, {
    elder: grant.elderId ? { id: grant.elderId, name: grant.elderName } : null,
    how: '',
    note: '',
  });
  const [wrong, setWrong] = useState<{ elder?: string; how?: string; note?: string }>({});
  const { elder, how, note } = answer;

  async function confirmIt() {
    if (!elder) return setWrong({ elder: w.needElder });
    if (!how) return setWrong({ how: w.needHow });
    try {
      await api.registry.answerGrant({ grantId: grant.id, answer: 'confirm', elderId: elder.id, how, note });
      done();
      await grantsChanged();
      say(w.confirmed);
    } catch (refused) {
      setWrong({ note: errorOf(refused, 'note') ?? wordsOf(refused) });
    }
  }
  const refuse = () =>
    askWords(w.refuseTitle, {
      label: w.refuseLabel,
      need: w.refuseNeed,
      quick: w.refuseQuick,
      yes: w.refuse,
      danger: true,
      draft: `refuse-grant/${grant.id}`,
      field: 'note',
      async onSend(said) {
        await api.registry.answerGrant({ grantId: grant.id, answer: 'refuse', note: said });
        await grantsChanged();
        say(w.refused);
      },
    });

  return (
    <Stack>
      {elder ? (
        <Row>
          <Words tone="strong">{w.picked(elder.name)}</Words>
          <PlainButton id="other-elder" onTap={() => setAnswer({ ...answer, elder: null })}>
            {w.otherElder}
          </PlainButton>
        </Row>
      ) : (
        <>
          <Words tone="strong">{wrong.elder ?? w.pick}</Words>
          <ElderPicker
            q={grant.elderName}
            onPick={({ id, name, addressLine }) =>
              setAnswer({ ...answer, elder: { id, name: `${name}（${addressLine}）` } })
            }
          />
        </>
      )}
      <ChoiceGrid
        name="how"
        label={w.how}
        columns={1}
        options={hows}
        value={how || undefined}
        error={wrong.how}
        onChange={(next) => setAnswer({ ...answer, how: next })}
      />
      <TextArea
        id="grant-note"
        label={w.noteLabel}
        hint={w.noteHint}
        optional
        maxLength={200}
        value={note}
        error={wrong.note}
        onChange={(next) => setAnswer({ ...answer, note: next })}
      />
      <MainAct id="confirm-grant" onTap={confirmIt}>
        {w.confirm}
      </MainAct>
      <PlainButton id="refuse-grant" onTap={refuse}>
        {w.refuse}
      </PlainButton>
    </Stack>
  );
}
