import { useAreas } from '../registry/use-areas.ts';
import { Select } from '../ui/index.ts';
import { officeWords as w } from './words.ts';

/** One community, or '' for the whole street. */
export function CommunitySelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const communities = useAreas().data?.communities ?? [];
  return (
    <Select
      id="community"
      label={w.community}
      options={[{ value: '', label: w.all }, ...communities.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value}
      onChange={onChange}
    />
  );
}
