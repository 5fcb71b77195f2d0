import { useState } from 'react';
import { useStreets } from '../accounts/index.ts';
import { Rows, Section, Select } from '../ui/index.ts';
import { CallRow } from './call-row.tsx';
import { helpWords } from './words.ts';

/** For who is not signed in, or has no elder of her own: the public number of her community. */
export function CommunityChoice({ known }: { known: readonly string[] }) {
  const { data } = useStreets();
  const [chosen, setChosen] = useState<string>();
  const all = data?.items.flatMap((one) => one.communities) ?? [];
  if (!all.length) return null;
  const own = all.filter((one) => known.includes(one.id) || one.id === chosen);
  return (
    <Section title={helpWords.anyCommunity}>
      {known.length ? null : (
        <Select
          id="community"
          label={helpWords.whichCommunity}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {own.length ? (
        <Rows>
          {own.map(({ id, name, phone }) => (
            <CallRow key={id} id={`call-community-${id}`} label={helpWords.communityPhone(name)} phone={phone} />
          ))}
        </Rows>
      ) : null}
    </Section>
  );
}
