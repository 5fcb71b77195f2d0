import { useState } from 'react';
import { useMe } from '../../accounts/index.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { Chips, Select } from '../../ui/index.ts';
import { FiguresPart, OpinionsPart } from './figures-part.tsx';
import { GridPart } from './grid-part.tsx';
import { LeavesPart } from './leaves-part.tsx';
import { TrainingsPart } from './trainings-part.tsx';
import { rosterWords as w } from './words.ts';

const parts = ['grid', 'leaves', 'figures', 'trainings', 'opinions'] as const;

/** Planning of duty in five parts, for one community or for all that she reaches. */
export function RosterView() {
  const [part, setPart] = useState<(typeof parts)[number]>('grid');
  const [communityId, setCommunityId] = useState('');
  const active = useMe().data?.active;
  const all = useAreas().data?.communities ?? [];
  const mine = active?.communities.length
    ? all.filter(({ id }) => active.communities.some((one) => one.id === id))
    : all;
  return (
    <>
      <Chips
        name="part"
        label={w.title}
        options={parts.map((value) => ({ value, label: w.parts[value] }))}
        value={part}
        onChange={setPart}
      />
      {mine.length > 1 && part !== 'leaves' && part !== 'trainings' ? (
        <Select
          id="community"
          label={w.community}
          options={[
            { value: '', label: w.allCommunities },
            ...mine.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={communityId}
          onChange={setCommunityId}
        />
      ) : null}
      {part === 'grid' ? <GridPart communityId={communityId} /> : null}
      {part === 'leaves' ? <LeavesPart /> : null}
      {part === 'figures' ? <FiguresPart communityId={communityId} /> : null}
      {part === 'trainings' ? <TrainingsPart /> : null}
      {part === 'opinions' ? <OpinionsPart communityId={communityId} /> : null}
    </>
  );
}
