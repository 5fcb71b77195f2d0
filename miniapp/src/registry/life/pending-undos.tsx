import { Section } from '../../ui/index.ts';
import { UndoCard } from './undo-card.tsx';
import { usePendingUndos } from './use-life.ts';
import { lifeWords as w } from './words.ts';

/** On the desk of staff: what waits for a second person. Nothing when nothing does. */
export function PendingUndos() {
  const { data } = usePendingUndos();
  if (!data?.length) return null;
  return (
    <Section title={w.pending}>
      {data.map((undo) => (
        <UndoCard key={undo.elderId} undo={undo} named />
      ))}
    </Section>
  );
}
