import { View } from '@tarojs/components';
import { categories, categoryLabels } from '@wubian/shared/registry/categories.ts';
import { Chips, Select, TextInput } from '../../ui/index.ts';
import { useAreas } from '../use-areas.ts';
import type { ElderSearch } from './use-elders.ts';
import { elderWords as w } from './words.ts';

const categoryChips = [
  { value: '' as const, label: w.all },
  ...categories.map((value) => ({ value, label: categoryLabels[value] })),
];

interface ElderSearchProps {
  value: ElderSearch;
  onChange: (value: ElderSearch) => void;
  /** Only the words, without the filters. */
  brief?: boolean | undefined;
}

/** How a worker looks for somebody: words, category, and the community where she has several. */
export function ElderSearchBar({ value, onChange, brief }: ElderSearchProps) {
  const communities = useAreas().data?.communities ?? [];
  return (
    <View className="w-search">
      <TextInput
        id="elder-q"
        label={w.search}
        hint={w.searchHint}
        value={value.q}
        maxLength={40}
        onChange={(q) => onChange({ ...value, q })}
      />
      {brief ? null : (
        <Chips
          name="category"
          label={w.category}
          options={categoryChips}
          value={value.category}
          onChange={(category) => onChange({ ...value, category })}
        />
      )}
      {communities.length > 1 && !brief ? (
        <Select
          id="elder-community"
          label={w.community}
          options={[{ value: '', label: w.all }, ...communities.map(({ id, name }) => ({ value: id, label: name }))]}
          value={value.communityId}
          onChange={(communityId) => onChange({ ...value, communityId })}
        />
      ) : null}
    </View>
  );
}
