import { type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import { ChoiceGrid, Select, Stack, TextArea, TextInput, Words } from '../../ui/index.ts';
import type { Area } from '../use-areas.ts';
import { AddressControl } from './address-control.tsx';
import { DevicesControl } from './devices-control.tsx';
import {
  type AddressForm,
  controlOf,
  type DeviceForm,
  type HiddenForm,
  type PersonForm,
  type Value,
} from './group-form.ts';
import { PeopleControl } from './people-control.tsx';
import { dossierWords as w } from './words.ts';

const longest: Partial<Record<FieldName, number>> = { name: 30, birthSaid: 30, fileNumber: 30, careNotes: 300 };
const hints: Partial<Record<FieldName, string>> = {
  birthSaid: w.birthSaidHint,
  chronic: w.listHint,
  birthDate: w.dayHint,
};
const mostPeople: Partial<Record<FieldName, number>> = { contacts: 8, keyHolders: 4, doctor: 1 };
const hiddenOptions = (['keep', 'fresh', 'none'] as const).map((value) => ({ value, label: w.hiddenChoices[value] }));

export interface FieldControlProps {
  field: FieldName;
  value: Value;
  areas: readonly Area[];
  /** The community whose workers may answer for her, and whose estates have points. */
  where: AddressForm;
  errors: Readonly<Record<string, string>>;
  onChange: (value: Value) => void;
}

function HiddenControl({ field, value, errors, onChange }: FieldControlProps) {
  const { what, text, masked } = value as HiddenForm;
  const { label } = fieldRow(field);
  const set = (part: Partial<HiddenForm>) => onChange({ what, text, masked, ...part });
  return (
    <Stack tight>
      {masked ? (
        <ChoiceGrid
          name={`${field}-what`}
          label={label}
          hint={w.hiddenNow(masked)}
          columns={3}
          options={hiddenOptions}
          value={what}
          onChange={(next) => set({ what: next })}
        />
      ) : null}
      {what === 'fresh' ? (
        <TextInput
          id={field}
          kind={field === 'phone' || field === 'landline' ? 'phone' : 'text'}
          label={label}
          optional={!masked}
          maxLength={field === 'hukouAddress' ? 100 : 30}
          value={text}
          error={errors[field]}
          onChange={(typed) => set({ text: typed })}
        />
      ) : null}
    </Stack>
  );
}

function ChoiceControl({ field, value, errors, onChange }: FieldControlProps) {
  const { label, labels = {} } = fieldRow(field);
  const options = Object.entries(labels).map(([choice, name]) => ({ value: choice, label: name }));
  const needed = field === 'sex';
  return (
    <ChoiceGrid
      name={field}
      label={label}
      options={needed ? options : [...options, { value: '', label: w.unknown }]}
      value={value as string}
      error={errors[field]}
      onChange={onChange}
    />
  );
}

function WorkerControl({ areas, where, value, errors, onChange }: FieldControlProps) {
  const workers = areas.find(({ id }) => id === where.communityId)?.workers ?? [];
  return (
    <Select
      id="responsible"
      label={fieldRow('responsibleId').label}
      options={[
        { value: '', label: w.nobody },
        ...workers.map(({ accountId, name }) => ({ value: accountId, label: name })),
      ]}
      value={value as string}
      error={errors.responsibleId}
      onChange={onChange}
    />
  );
}

function PointControl({ areas, where, value, onChange }: FieldControlProps) {
  const estate = areas.flatMap(({ estates }) => estates).find(({ id }) => id === where.estateId);
  const fromEstate = estate?.point ? JSON.stringify(estate.point) : '';
  const stored = value as string;
  const options = [
    ...(stored && stored !== fromEstate ? [{ value: stored, label: w.pointNow }] : []),
    ...(fromEstate ? [{ value: fromEstate, label: w.pointFromEstate }] : []),
    { value: '', label: w.pointNone },
  ];
  return <ChoiceGrid name="point" label={w.point} options={options} value={stored} onChange={onChange} />;
}

/** One field of a file, filled in by the control that fits it. */
export function FieldControl(props: FieldControlProps) {
  const { field, value, areas, errors, onChange } = props;
  const { label } = fieldRow(field);
  switch (controlOf(field)) {
    case 'hidden':
      return <HiddenControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'worker':
      return <WorkerControl {...props} />;
    case 'point':
      return <PointControl {...props} />;
    case 'address':
      return <AddressControl value={value as AddressForm} areas={areas} errors={errors} onChange={onChange} />;
    case 'people': {
      const most = mostPeople[field] ?? 1;
      const all = value as PersonForm[];
      return (
        <Stack tight>
          {all.length ? null : <Words tone="soft">{`${label}：${w.none}`}</Words>}
          <PeopleControl field={field} label={label} value={all} most={most} errors={errors} onChange={onChange} />
        </Stack>
      );
    }
    case 'devices':
      return <DevicesControl value={value as DeviceForm[]} errors={errors} onChange={onChange} />;
    case 'area':
      return (
        <TextArea
          id={field}
          label={label}
          optional
          maxLength={longest[field] ?? 200}
          value={value as string}
          error={errors[field]}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          id={field}
          label={label}
          hint={hints[field]}
          optional={field !== 'name'}
          maxLength={longest[field] ?? 200}
          value={value as string}
          error={errors[field]}
          onChange={onChange}
        />
      );
  }
}
