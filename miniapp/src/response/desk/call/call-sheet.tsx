import { Rows, Section, Words } from '../../../ui/index.ts';
import { CallRow } from '../../call-row.tsx';
import type { Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

/** Whom to ring by hand when messages do not get through. */
export function CallSheet({ incident: { callSheet } }: { incident: Incident }) {
  if (!callSheet.length) return null;
  return (
    <Section title={w.sheet}>
      <Words tone="soft">{w.sheetNote}</Words>
      <Rows>
        {callSheet.map(({ target, label, name, phone }) => (
          <CallRow key={`${target}${phone}`} id={`sheet-${target}-${phone}`} label={`${label} ${name}`} phone={phone} />
        ))}
      </Rows>
    </Section>
  );
}
