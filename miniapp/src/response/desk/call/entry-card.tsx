import { Card, Rows, Section, Words } from '../../../ui/index.ts';
import { CallRow } from '../../call-row.tsx';
import type { Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

/** Whether the door may be opened, and who has a key. */
export function EntryCard({ incident: { entry, callSheet, status } }: { incident: Incident }) {
  if (!entry) return null;
  const keys = callSheet.filter(({ target }) => target === 'keyHolders');
  return (
    <Section title={w.entry}>
      <Card tone={status === 'cannotEnter' ? 'glow' : undefined}>
        <Words tone="strong">{w.entries[entry]}</Words>
        {keys.length ? null : <Words tone="soft">{w.noKeys}</Words>}
      </Card>
      {keys.length ? (
        <Rows>
          {keys.map(({ label, name, phone }) => (
            <CallRow key={phone} id={`key-${phone}`} label={`${label} ${name}`} phone={phone} />
          ))}
        </Rows>
      ) : null}
    </Section>
  );
}
