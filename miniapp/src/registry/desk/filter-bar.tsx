import { View } from '@tarojs/components';
import { categories, categoryLabels } from '@wubian/shared/registry/categories.ts';
import { lifeStatuses } from '@wubian/shared/registry/life.ts';
import { dataFaults } from '@wubian/shared/registry/quality.ts';
import { riskColours } from '@wubian/shared/registry/risk.ts';
import { useState } from 'react';
import { useWide } from '../../platform/use-wide.ts';
import { Chips, PlainButton, Select, TextInput } from '../../ui/index.ts';
import { useAreas } from '../use-areas.ts';
import type { Desk, DeskFilter, DeskSort } from './use-desk.ts';
import { deskWords as w } from './words.ts';

const all: { value: string; label: string } = { value: '', label: w.all };
const labelled = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const sorts: readonly { value: DeskSort; label: string }[] = [
  { value: 'name', label: w.sorts.name },
  { value: 'oldest', label: w.sorts.oldest },
  { value: 'stale', label: w.sorts.stale },
];

/** Everything by which the registry may be narrowed; on a phone the rarer conditions are folded away. */
export function FilterBar({ desk }: { desk: Desk }) {
  const { filter, narrow, sort, setSort } = desk;
  const [unfolded, setUnfolded] = useState(false);
  const wide = useWide();
  const areas = useAreas().data?.communities ?? [];
  const area = areas.length === 1 ? areas[0] : areas.find(({ id }) => id === filter.communityId);
  const workers = (area ? [area] : areas).flatMap((one) => one.workers);
  const people = [...new Map(workers.map(({ accountId, name }) => [accountId, name]))];

  const choose = (
    field: keyof DeskFilter,
    label: string,
    options: readonly { value: string; label: string }[],
    first = all,
  ) => (
    <Select
      id={`filter-${field}`}
      label={label}
      options={[first, ...options]}
      value={(filter[field] as string | undefined) ?? ''}
      onChange={(value) => narrow({ [field]: value || undefined })}
    />
  );
  return (
    <View className="w-filters">
      <View className="w-filters-search">
        <TextInput
          id="elder-q"
          label={w.search}
          hint={w.searchHint}
          value={filter.q ?? ''}
          maxLength={40}
          onChange={(q) => narrow({ q: q || undefined })}
        />
      </View>
      <Chips
        name="risk"
        label={w.risk}
        options={[all, ...riskColours.map((value) => ({ value: value as string, label: w.risks[value] }))]}
        value={filter.risk ?? ''}
        onChange={(risk) => narrow({ risk: (risk || undefined) as DeskFilter['risk'] })}
      />
      {wide || unfolded ? (
        <View className="w-filters-grid">
          {areas.length > 1
            ? choose(
                'communityId',
                w.community,
                areas.map(({ id, name }) => ({ value: id, label: name })),
              )
            : null}
          {area?.grids.length
            ? choose(
                'gridId',
                w.grid,
                area.grids.map(({ id, name }) => ({ value: id, label: name })),
              )
            : null}
          {choose(
            'category',
            w.category,
            categories.map((value) => ({ value, label: categoryLabels[value] })),
          )}
          {filter.category
            ? choose('holds', w.holds, [{ value: 'unknown', label: w.holdsUnknown }], { value: '', label: w.holdsYes })
            : null}
          {choose(
            'responsibleId',
            w.responsible,
            people.map(([value, label]) => ({ value, label })),
          )}
          {choose('fault', w.fault, labelled(dataFaults))}
          {choose('status', w.status, labelled(lifeStatuses), { value: '', label: w.caredFor })}
          <Select id="filter-sort" label={w.sort} options={sorts} value={sort} onChange={setSort} />
        </View>
      ) : null}
      {wide ? null : (
        <PlainButton id="more-filters" onTap={() => setUnfolded(!unfolded)}>
          {unfolded ? w.less : w.more}
        </PlainButton>
      )}
    </View>
  );
}
