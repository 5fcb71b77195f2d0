import type { IncidentStatus } from '@wubian/shared/response/lifecycle.ts';
import { now } from '../../platform/clock.ts';
import { Card, Facts, Row, StatusTag, type Tone, Words, whenWords } from '../../ui/index.ts';
import type { Incident } from './use-incident.ts';
import { incidentWords as w } from './words.ts';

/** What a status means to the eye. */
export const toneOf = (status: IncidentStatus): Tone => {
  if (status === 'raised' || status === 'cannotEnter') return 'warn';
  return status === 'handled' || status === 'reviewed' || status === 'falseAlarm' || status === 'drillEnded'
    ? 'done'
    : 'go';
};

/** Who needs help, since when, and how it stands. */
export function IncidentHead({ incident }: { incident: Incident }) {
  const { elder, status, statusLabel, open, drill, raisedAt, sourceLabel, heardAt, words, end } = incident;
  const by = incident.source === 'elder' ? sourceLabel : `${sourceLabel} ${incident.raisedBy}`;
  return (
    <Card tone={open ? 'glow' : 'tint'}>
      <Words tone="lead">{open ? w.needs(elder.name, elder.age) : w.was(elder.name)}</Words>
      <Row>
        <StatusTag tone={toneOf(status)}>{statusLabel}</StatusTag>
        {drill ? <StatusTag tone="wait">{w.drill}</StatusTag> : null}
      </Row>
      {drill ? <Words tone="strong">{w.drillNote}</Words> : null}
      <Words>{w.raised(whenWords(raisedAt, now()), by)}</Words>
      {heardAt ? <Words>{w.heard(whenWords(heardAt, now()))}</Words> : null}
      {words ? <Facts items={[[w.said, words]]} /> : null}
      {end ? (
        <Facts
          items={[
            [w.proofWas, end.proof],
            [w.outcomeWas, end.outcome],
            [w.more, end.words],
          ]}
        />
      ) : null}
    </Card>
  );
}

/** Where to go and how to get in; what the server does not give yet is said to come with the answer. */
export function IncidentPlace({ incident }: { incident: Incident }) {
  const { place, elder, entry, open, mine } = incident;
  return (
    <Card>
      <Words tone="strong">{[place.communityName, place.estateName].filter(Boolean).join(' ')}</Words>
      {place.door ? <Words tone="display">{place.door}</Words> : null}
      {place.doorNotes || elder.careNotes ? (
        <Facts
          items={[
            [w.doorNotes, place.doorNotes],
            [w.care, elder.careNotes],
          ]}
        />
      ) : null}
      {open && entry && (entry !== 'unknown' || incident.status === 'cannotEnter') ? (
        <Words tone="soft">{w.entry[entry]}</Words>
      ) : null}
      {open && !place.door && mine !== 'side' ? <Words tone="soft">{w.doorLater}</Words> : null}
    </Card>
  );
}
