import { View } from '@tarojs/components';
import { Section, Select, TextInput } from '../../ui/index.ts';
import type { Area } from '../use-areas.ts';
import type { ElderAdd } from './use-elder-add.ts';
import { editWords as e } from './words.ts';

const optionsOf = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

const doors = [
  { field: 'building', label: e.building, max: 12 },
  { field: 'unit', label: e.unit, max: 12 },
  { field: 'floor', label: e.floor, max: 6 },
  { field: 'room', label: e.room, max: 12 },
] as const;

/** Community, estate and grid by choice; the door by parts. */
export function EditWhere({ edit: { form, set, errors }, areas }: { edit: ElderAdd; areas: readonly Area[] }) {
  const area = areas.find(({ id }) => id === form.communityId);
  // The point of a file is its estate's until somebody sets it: it must not stay behind when she moves.
  const takeEstate = (estateId: string) =>
    set({ estateId, point: area?.estates.find(({ id }) => id === estateId)?.point ?? null });
  return (
    <Section title={e.where}>
      {areas.length > 1 || !area ? (
        <Select
          id="community"
          label={e.community}
          options={optionsOf(areas)}
          value={form.communityId || undefined}
          error={errors['address.communityId']}
          onChange={(communityId) => set({ communityId, estateId: '', gridId: '', point: null })}
        />
      ) : null}
      <Select
        id="estate"
        label={e.estate}
        options={optionsOf(area?.estates ?? [])}
        value={form.estateId || undefined}
        error={errors['address.estateId']}
        onChange={takeEstate}
      />
      {area?.grids.length ? (
        <Select
          id="grid"
          label={e.grid}
          optional
          options={[{ value: '', label: e.noGrid }, ...optionsOf(area.grids)]}
          value={form.gridId}
          error={errors['address.gridId']}
          onChange={(gridId) => set({ gridId })}
        />
      ) : null}
      <View className="w-doors">
        {doors.map(({ field, label, max }) => (
          <TextInput
            key={field}
            id={field}
            label={label}
            maxLength={max}
            value={form[field]}
            error={errors[`address.${field}`]}
            onChange={(value) => set({ [field]: value })}
          />
        ))}
      </View>
      <TextInput
        id="address-note"
        label={e.addressNote}
        hint={e.addressNoteHint}
        optional
        maxLength={60}
        value={form.addressNote}
        error={errors['address.note']}
        onChange={(addressNote) => set({ addressNote })}
      />
    </Section>
  );
}
