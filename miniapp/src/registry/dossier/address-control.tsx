import { View } from '@tarojs/components';
import { Select, Stack, TextInput, Words } from '../../ui/index.ts';
import { editWords as e } from '../elders/words.ts';
import type { Area } from '../use-areas.ts';
import type { AddressForm } from './group-form.ts';
import { dossierWords as w } from './words.ts';

const optionsOf = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
const doors = [
  { part: 'building', label: e.building, max: 12 },
  { part: 'unit', label: e.unit, max: 12 },
  { part: 'floor', label: e.floor, max: 6 },
  { part: 'room', label: e.room, max: 12 },
] as const;

interface AddressControlProps {
  value: AddressForm;
  areas: readonly Area[];
  errors: Readonly<Record<string, string>>;
  onChange: (value: AddressForm) => void;
}

/** Community, grid and estate by choice; of the door only what is to change, since the rest is not shown. */
export function AddressControl({ value, areas, errors, onChange }: AddressControlProps) {
  const area = areas.find(({ id }) => id === value.communityId);
  const set = (part: Partial<AddressForm>) => onChange({ ...value, ...part });
  return (
    <Stack>
      <Select
        id="address-community"
        label={e.community}
        options={optionsOf(areas)}
        value={value.communityId || undefined}
        error={errors['address.communityId']}
        onChange={(communityId) => set({ communityId, estateId: '', gridId: '' })}
      />
      <Select
        id="address-estate"
        label={e.estate}
        options={optionsOf(area?.estates ?? [])}
        value={value.estateId || undefined}
        error={errors['address.estateId']}
        onChange={(estateId) => set({ estateId })}
      />
      <Select
        id="address-grid"
        label={e.grid}
        optional
        options={[{ value: '', label: e.noGrid }, ...optionsOf(area?.grids ?? [])]}
        value={value.gridId}
        error={errors['address.gridId']}
        onChange={(gridId) => set({ gridId })}
      />
      <Words tone="soft">{w.addressKeep}</Words>
      <View className="w-doors">
        {doors.map(({ part, label, max }) => (
          <TextInput
            key={part}
            id={`address-${part}`}
            label={label}
            maxLength={max}
            value={value[part]}
            error={errors[`address.${part}`]}
            onChange={(text) => set({ [part]: text })}
          />
        ))}
      </View>
      <TextInput
        id="address-note"
        label={e.addressNote}
        hint={e.addressNoteHint}
        optional
        maxLength={60}
        value={value.note}
        error={errors['address.note']}
        onChange={(note) => set({ note })}
      />
    </Stack>
  );
}
