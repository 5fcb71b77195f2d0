import { call } from '../../platform/phone-call.ts';
import { ListRow, Rows, StatusTag, Words } from '../../ui/index.ts';
import type { Incident } from './use-incident.ts';
import { incidentWords as w } from './words.ts';

const tones = { lead: 'go', joined: 'go', stoodDown: 'stop' } as const;

/** Who has answered: who leads, who comes along, who cannot. A tap rings her where the number may be seen. */
export function IncidentPeople({ responders, open }: Pick<Incident, 'responders' | 'open'>) {
  if (!responders.length) return open ? <Words>{w.nobody}</Words> : null;
  const order = { lead: 0, joined: 1, stoodDown: 2 };
  return (
    <Rows>
      {[...responders]
        .sort((a, b) => order[a.state] - order[b.state])
        .map(({ name, roleLabel, state, phone }, index) => {
          // A masked number is no number to ring.
          const rings = phone && /^\d+$/.test(phone) ? phone : undefined;
          return (
            <ListRow
              key={`${name}${roleLabel}`}
              id={`responder-${index}`}
              icon={rings ? 'phone' : 'person'}
              title={[roleLabel, name].filter(Boolean).join(' ')}
              notes={[phone]}
              tag={<StatusTag tone={tones[state]}>{w.states[state]}</StatusTag>}
              onTap={rings ? () => call(rings) : undefined}
            />
          );
        })}
    </Rows>
  );
}
