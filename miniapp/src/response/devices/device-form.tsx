import { type DeviceKind, deviceKinds } from '@wubian/shared/response/devices-contract.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { ChoiceGrid, errorOf, MainAct, Section, Stack, TextInput, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { changing, type Device, type Made } from './use-devices.ts';
import { deviceWords as w } from './words.ts';

interface DeviceFormProps {
  elderId: string;
  /** The one that it takes the place of. */
  old: Device | undefined;
  onMade: (made: Made) => void;
}

const kinds = (Object.keys(deviceKinds) as DeviceKind[]).map((value) => ({ value, label: deviceKinds[value] }));

/** What it is and where it stands; the answer brings its secret. */
export function DeviceForm({ elderId, old, onMade }: DeviceFormProps) {
  const [id] = useState(newId);
  const [kind, setKind] = useState<DeviceKind | undefined>(old?.kind);
  const [label, setLabel] = useState(old?.label ?? '');
  const [wrong, setWrong] = useState<{ kind?: string | undefined; label?: string | undefined }>({});
  async function save() {
    const missing = { ...(!kind && { kind: w.kindNeed }), ...(!label.trim() && { label: w.labelNeed }) };
    setWrong(missing);
    if (!kind || !label.trim()) return;
    try {
      const sent = { elderId, id, kind, label, ...(old && { replaces: old.id }) };
      onMade(await changing(elderId, () => api.response.addDevice(sent)));
    } catch (refused) {
      const fields = { kind: errorOf(refused, 'kind'), label: errorOf(refused, 'label') };
      setWrong(fields.kind || fields.label ? fields : { label: wordsOf(refused) });
    }
  }
  return (
    <Section title={old ? w.replace : w.add}>
      <Stack>
        {old ? <Words>{w.replacing(old.label)}</Words> : null}
        <ChoiceGrid name="kind" label={w.kind} options={kinds} value={kind} onChange={setKind} error={wrong.kind} />
        <TextInput
          id="device-label"
          label={w.label}
          hint={w.labelHint}
          maxLength={20}
          value={label}
          onChange={setLabel}
          error={wrong.label}
        />
        <MainAct id="save-device" onTap={save}>
          {w.save}
        </MainAct>
      </Stack>
    </Section>
  );
}
