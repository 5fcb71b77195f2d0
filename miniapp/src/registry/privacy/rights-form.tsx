import {
  type RightsAsker,
  type RightsKind,
  type RightsProof,
  rightsAskers,
  rightsKinds,
  rightsProofs,
} from '@wubian/shared/registry/rights.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { ChoiceGrid, errorOf, MainAct, PlainButton, Stack, say, TextInput, Words } from '../../ui/index.ts';
import { ElderPicker } from '../elders/elder-picker.tsx';
import { privacyChanged } from './use-privacy.ts';
import { rightsWords as w } from './words.ts';

const choices = <K extends string>(labels: Readonly<Record<K, string>>) =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));

/** Registers what somebody asks about her own data. */
export function RightsForm({ sent }: { sent: () => void }) {
  const [id] = useState(newId);
  const [elder, setElder] = useState<{ id: string; name: string }>();
  const [kind, setKind] = useState<RightsKind>();
  const [asker, setAsker] = useState<RightsAsker>();
  const [proof, setProof] = useState<RightsProof>();
  const [askerName, setAskerName] = useState('');
  const [why, setWhy] = useState('');
  const [refusal, setRefusal] = useState<unknown>();

  async function send() {
    if (!elder || !kind || !asker || !proof) return;
    try {
      await api.registry.askRights({ id, elderId: elder.id, kind, asker, askerName, proof, why });
      await privacyChanged();
      say(w.sent);
      sent();
    } catch (error) {
      setRefusal(error);
      if (!errorOf(error, 'askerName') && !errorOf(error, 'why')) throw error;
    }
  }
  if (!elder) return <ElderPicker onPick={({ id: elderId, name }) => setElder({ id: elderId, name })} />;
  return (
    <Stack>
      <Words tone="strong">{elder.name}</Words>
      <PlainButton id="other-elder" onTap={() => setElder(undefined)}>
        {w.otherElder}
      </PlainButton>
      <ChoiceGrid name="kind" label={w.kind} options={choices(rightsKinds)} value={kind} onChange={setKind} />
      <ChoiceGrid name="asker" label={w.asker} options={choices(rightsAskers)} value={asker} onChange={setAsker} />
      <TextInput
        id="asker-name"
        label={w.askerName}
        kind="name"
        maxLength={30}
        value={askerName}
        error={errorOf(refusal, 'askerName')}
        onChange={setAskerName}
      />
      <ChoiceGrid name="proof" label={w.proof} options={choices(rightsProofs)} value={proof} onChange={setProof} />
      <TextInput id="rights-why" label={w.why} maxLength={200} optional value={why} onChange={setWhy} />
      <MainAct id="rights-send" disabled={!kind || !asker || !proof || !askerName.trim()} onTap={send}>
        {w.send}
      </MainAct>
    </Stack>
  );
}
