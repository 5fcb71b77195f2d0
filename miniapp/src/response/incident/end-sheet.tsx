import { Refusal } from '@wubian/shared/refusals.ts';
import {
  type FalseCause,
  falseCauses,
  type Outcome,
  outcomes,
  type Proof,
  proofs,
} from '@wubian/shared/response/labels.ts';
import { useState } from 'react';
import { session } from '../../platform/session.ts';
import { stored } from '../../platform/store.ts';
import {
  ChoiceGrid,
  errorOf,
  MainAct,
  openSheet,
  Stack,
  sayError,
  TextArea,
  TextInput,
  Words,
} from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { actOn, type Incident } from './use-incident.ts';
import { incidentWords as w } from './words.ts';

type Ending = 'handle' | 'falseAlarm';

const choicesOf = <T extends string>(labels: Readonly<Record<T, string>>) =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));

interface EndFormProps {
  incident: Incident;
  ending: Ending;
  /** Who is asked: most often she saw the old person herself. */
  by: string;
  close: (value: true) => void;
}

/** How it ended: nothing closes a call but somebody who saw or spoke to her. */
function EndForm({ incident, ending, by: me, close }: EndFormProps) {
  const [proof, setProof] = useState<Proof>();
  const [by, setBy] = useState(me);
  const [outcome, setOutcome] = useState<Outcome>();
  const [cause, setCause] = useState<FalseCause>();
  const [words, setWords] = useState('');
  const [error, setError] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const isFalse = ending === 'falseAlarm';
  const lacks = !proof || !by.trim() || (isFalse ? !cause : !outcome);

  async function send() {
    setTried(true);
    if (lacks) return;
    const what = isFalse ? { cause } : { outcome };
    try {
      await actOn(incident, ending, { proof, proofBy: by.trim(), words: words.trim(), ...what });
      close(true);
    } catch (thrown) {
      setError(thrown);
      if (!(thrown instanceof Refusal)) sayError(thrown);
    }
  }
  const missing = (value: unknown, field: string) => errorOf(error, field) ?? (tried && !value ? w.need : undefined);
  return (
    <Stack>
      {isFalse ? <Words>{w.falseLead}</Words> : null}
      <ChoiceGrid
        label={w.proof}
        name="proof"
        columns={1}
        options={choicesOf(proofs).map(({ value }) => ({ value, label: w.proofLabels[value] }))}
        value={proof}
        onChange={setProof}
        error={missing(proof, 'proof')}
      />
      <TextInput
        id="proof-by"
        label={w.proofBy}
        maxLength={30}
        value={by}
        onChange={setBy}
        error={errorOf(error, 'proofBy') ?? (tried && !by.trim() ? w.needBy : undefined)}
      />
      {isFalse ? (
        <ChoiceGrid
          label={w.cause}
          name="cause"
          options={choicesOf(falseCauses)}
          value={cause}
          onChange={setCause}
          error={missing(cause, 'cause')}
        />
      ) : (
        <ChoiceGrid
          label={w.outcome}
          name="outcome"
          options={choicesOf(outcomes)}
          value={outcome}
          onChange={setOutcome}
          error={missing(outcome, 'outcome')}
        />
      )}
      <TextArea
        id="end-words"
        label={w.more}
        hint={w.moreHint}
        optional
        maxLength={300}
        value={words}
        onChange={setWords}
        error={error instanceof Error && !lacks ? wordsOf(error) : undefined}
      />
      {tried && lacks ? <Words tone="strong">{w.lookUp}</Words> : null}
      <MainAct id="end-send" onTap={send}>
        {isFalse ? w.endFalse : w.end}
      </MainAct>
    </Stack>
  );
}

/** The name of who is signed in, as the phone keeps it. */
const ownName = (): string => stored<{ name: string }>(`kept/${session.get()?.owner ?? ''}/me`).read()?.name ?? '';

/** Asks how it ended and ends it; false when the sheet was closed. */
export const endIncident = async (incident: Incident, ending: Ending, by = ownName()): Promise<boolean> =>
  (await openSheet<true>(ending === 'handle' ? w.endTitle : w.falseTitle, (close) => (
    <EndForm incident={incident} ending={ending} by={by} close={close} />
  ))) === true;
