import { Card, PlainButton, Stack, TextInput } from '../../ui/index.ts';
import type { DeviceForm } from './group-form.ts';
import { dossierWords as w } from './words.ts';

const most = 10;
const blank: DeviceForm = { kind: '', place: '', testedOn: '' };
const inputs = [
  { part: 'kind', label: w.deviceKind, max: 20, hint: undefined },
  { part: 'place', label: w.devicePlace, max: 30, hint: undefined },
  { part: 'testedOn', label: w.deviceTested, max: 12, hint: w.dayHint },
] as const;

interface DevicesControlProps {
  value: DeviceForm[];
  errors: Readonly<Record<string, string>>;
  onChange: (value: DeviceForm[]) => void;
}

/** What hangs on the wall or round her neck, and when somebody last tried it. */
export function DevicesControl({ value, errors, onChange }: DevicesControlProps) {
  const put = (at: number, part: Partial<DeviceForm>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Stack>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two half-typed devices apart
        <Card key={at}>
          {inputs.map(({ part, label, max, hint }) => (
            <TextInput
              key={part}
              id={`device-${at}-${part}`}
              label={part === 'kind' ? `${w.device(at + 1)}：${label}` : label}
              hint={hint}
              optional={part !== 'kind'}
              maxLength={max}
              value={one[part]}
              error={errors[`devices.${at}.${part}`]}
              onChange={(text) => put(at, { [part]: text })}
            />
          ))}
          <PlainButton id={`device-${at}-drop`} onTap={() => onChange(value.filter((_, index) => index !== at))}>
            {w.removePerson(one.kind)}
          </PlainButton>
        </Card>
      ))}
      {value.length < most ? (
        <PlainButton id="add-device" icon="plus" onTap={() => onChange([...value, blank])}>
          {w.addDevice}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
