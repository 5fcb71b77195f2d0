import { useState } from 'react';
import { useAreas } from '../../registry/use-areas.ts';
import { Chips, PagedList, Rows, Section, Select, Shown, Stack } from '../../ui/index.ts';
import { QueueRow } from './queue-row.tsx';
import { type Counts, mostUrgent, type Pile, piles, useQueue, useQueueCounts } from './use-queue.ts';
import { queueWords as w } from './words.ts';

/** The requests of the worker's communities in piles, the most urgent pile open first. */
export function Queue() {
  const [communityId, setCommunity] = useState('');
  const counts = useQueueCounts(communityId);
  const communities = useAreas().data?.communities ?? [];
  return (
    <Section title={w.queue}>
      {communities.length > 1 ? (
        <Select
          id="queue-community"
          label={w.community}
          options={[{ value: '', label: w.all }, ...communities.map(({ id, name }) => ({ value: id, label: name }))]}
          value={communityId}
          onChange={setCommunity}
        />
      ) : null}
      <Shown query={counts}>
        {(known) => <Piles counts={known} communityId={communityId} several={communities.length > 1} />}
      </Shown>
    </Section>
  );
}

function Piles({ counts, communityId, several }: { counts: Counts; communityId: string; several: boolean }) {
  const [pile, setPile] = useState<Pile>(() => mostUrgent(counts));
  const [opened, setOpened] = useState<string>();
  const list = useQueue(pile, communityId);
  const options = piles.map((value) => ({
    value,
    label: w.piles[value],
    ...(value !== 'past' && { count: counts[value] }),
  }));
  return (
    <Stack>
      <Chips name="pile" label={w.queue} options={options} value={pile} onChange={setPile} />
      <PagedList list={list} empty={w.empty[pile]} id="queue">
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <QueueRow
                key={row.id}
                row={row}
                open={row.id === opened}
                sayCommunity={several}
                onTap={() => setOpened(row.id === opened ? undefined : row.id)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </Stack>
  );
}
