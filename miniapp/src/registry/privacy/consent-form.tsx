import { type ConsentGiver, type ConsentHow, consentGivers, consentHows } from '@wubian/shared/registry/consents.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, ChoiceGrid, errorOf, MainAct, openSheet, Select, Stack, TextInput, Words } from '../../ui/index.ts';
import { type Consent, consentsChanged } from './use-privacy.ts';
import { privacyWords as w } from './words.ts';

type Answer = 'given' | 'refused';
const answers = (['given', 'refused'] as const).map((value) => ({ value, label: w.answers[value] }));
const givers = (Object.keys(consentGivers) as ConsentGiver[]).map((value) => ({
  value,
  label: consentGivers[value].label,
}));
const hows = (['oral', 'paper', 'phone'] as const).map((value) => ({ value, label: consentHows[value] }));

interface FormProps {
  elderId: string;
  consent: Consent;
  onDone: (done: true) => void;
}

/** What a worker heard: nothing is chosen beforehand. */
function ConsentForm({ elderId, consent, onDone }: FormProps) {
  const { purpose, version, text, ifNot } = consent;
  const [id] = useState(newId);
  const [answer, setAnswer] = useState<Answer>();
  const [giver, setGiver] = useState<ConsentGiver>();
  const [how, setHow] = useState<Exclude<ConsentHow, 'ownPhone'>>();
  const [giverName, setGiverName] = useState('');
  const [capacity, setCapacity] = useState('');
  const [refusal, setRefusal] = useState<unknown>();
  const others = giver !== undefined && giver !== 'elder';

  async function save() {
    if (!answer || !giver || !how) return;
    const more = others ? { giverName, capacity } : {};
    try {
      const said = await api.registry.giveConsent({ elderId, id, purpose, version, answer, giver, how, ...more });
      consentsChanged(elderId, said);
      onDone(true);
    } catch (error) {
      setRefusal(error);
      if (!['giver', 'how', 'giverName', 'capacity'].some((field) => errorOf(error, field))) throw error;
    }
  }
  return (
    <Stack>
      <Card tone="tint">
        <Words tone="strong">{w.readOut}</Words>
        <Words>{text}</Words>
        <Words>{ifNot}</Words>
      </Card>
      <ChoiceGrid name="answer" label={w.answer} options={answers} value={answer} onChange={setAnswer} />
      <ChoiceGrid name="giver" label={w.giver} options={givers} value={giver} onChange={setGiver} />
      {others ? (
        <>
          {giver === 'relative' ? <Words tone="strong">{w.notHers}</Words> : null}
          <TextInput
            id="giver-name"
            label={w.giverName}
            kind="name"
            maxLength={30}
            value={giverName}
            error={errorOf(refusal, 'giverName')}
            onChange={setGiverName}
          />
          <TextInput
            id="capacity"
            label={w.capacityLabel}
            hint={w.capacityHint}
            maxLength={100}
            value={capacity}
            error={errorOf(refusal, 'capacity')}
            onChange={setCapacity}
          />
        </>
      ) : null}
      <Select
        id="consent-how"
        label={w.how}
        options={hows}
        value={how}
        onChange={(chosen) => setHow(chosen as typeof how)}
      />
      <MainAct id="consent-save" disabled={!answer || !giver || !how} onTap={save}>
        {w.save}
      </MainAct>
    </Stack>
  );
}

/** Asks what was said to a purpose and writes it down; true when it was. */
export const recordConsent = (elderId: string, consent: Consent): Promise<true | undefined> =>
  openSheet<true>(w.recordTitle(consent.label), (close) => (
    <ConsentForm elderId={elderId} consent={consent} onDone={close} />
  ));
