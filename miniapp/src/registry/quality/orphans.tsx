import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { go } from '../../platform/nav.ts';
import { ListRow, Rows, Section, Words } from '../../ui/index.ts';
import { qualityWords as w } from './words.ts';

/** What nobody holds any more, each leading to where somebody can be found for it; nothing when all is held. */
export function Orphans() {
  const { data } = useQuery({ queryKey: ['registry', 'orphans'], queryFn: () => api.registry.orphans() });
  if (!data?.items.length) return null;
  return (
    <Section title={w.lost}>
      <Words tone="soft">{w.lostLead}</Words>
      <Rows many>
        {data.items.map(({ kind, id, title, note, personName }) => (
          <ListRow
            key={kind + id}
            id={`orphan-${id}`}
            title={title}
            notes={[[note, w.wasHers(personName)].filter(Boolean).join('，')]}
            onTap={() =>
              kind === 'tasks' ? go('workerAssign', { id }) : go('workerElderEdit', { id, group: 'service' })
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
