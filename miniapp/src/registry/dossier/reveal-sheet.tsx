import { Refusal } from '@wubian/shared/refusals.ts';
import type { HiddenField } from '@wubian/shared/registry/fields.ts';
import { fields as fieldTable } from '@wubian/shared/registry/fields.ts';
import { revealReasons } from '@wubian/shared/registry/reveal-reasons.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { CheckGrid, ChoiceGrid, MainAct, openSheet, Stack, TextInput, Words } from '../../ui/index.ts';
import { dossierWords as w } from './words.ts';

export type Revealed = { field: string; label: string; said: string }[];
type Reason = keyof typeof revealReasons;

/** What workers most often need first. */
const order: readonly HiddenField[] = [
  'phone',
  'contacts',
  'address',
  'keyHolders',
  'landline',
  'doctor',
  'idNumber',
  'hukouAddress',
];
const reasons = (Object.keys(revealReasons) as Reason[]).map((value) => ({ value, label: revealReasons[value] }));

interface RevealFormProps {
  elderId: string;
  /** Hidden fields that hold something. */
  offered: readonly HiddenField[];
  onDone: (revealed: Revealed) => void;
}

function RevealForm({ elderId, offered, onDone }: RevealFormProps) {
  const [fields, setFields] = useState<HiddenField[]>(
    offered.filter((field) => field === 'phone' || field === 'address'),
  );
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string>();

  async function show() {
    if (!fields.length) return setWrong(w.pickOne);
    if (!reason) return;
    try {
      onDone((await api.registry.reveal({ elderId, fields, reason, words })).fields);
    } catch (error) {
      if (!(error instanceof Refusal && error.fields?.length)) throw error;
      setWrong(error.fields[0]!.words);
    }
  }
  return (
    <Stack>
      <Words tone="soft">{w.revealLead}</Words>
      <CheckGrid
        name="reveal"
        label={w.revealWhat}
        options={offered.map((field) => ({ value: field, label: fieldTable[field].label }))}
        value={fields}
        onChange={setFields}
      />
      <ChoiceGrid name="reason" label={w.revealWhy} options={reasons} value={reason} onChange={setReason} />
      {reason === 'other' ? (
        <TextInput id="reveal-words" label={w.revealWords} maxLength={100} value={words} onChange={setWords} />
      ) : null}
      {wrong ? <Words tone="strong">{wrong}</Words> : null}
      <MainAct id="reveal-go" disabled={!reason} onTap={show}>
        {w.revealGo}
      </MainAct>
    </Stack>
  );
}

/** Asks what to see and why, and answers the full values; undefined when the sheet was closed. */
export const askReveal = (elderId: string, hidden: readonly HiddenField[]): Promise<Revealed | undefined> =>
  openSheet<Revealed>(w.reveal, (close) => (
    <RevealForm elderId={elderId} offered={order.filter((field) => hidden.includes(field))} onDone={close} />
  ));
