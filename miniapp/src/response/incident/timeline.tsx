import { now } from '../../platform/clock.ts';
import { Timeline, whenWords } from '../../ui/index.ts';
import type { Incident } from './use-incident.ts';

type Told = Pick<Incident, 'history' | 'open'>;

/** What happened, in words, oldest first; every step of the ladder in it. */
export function IncidentTimeline({ history, open }: Told) {
  return (
    <Timeline
      items={history.map(({ seq, label, by, at, words }, index) => ({
        id: String(seq),
        title: [by, label].filter(Boolean).join(' '),
        at: whenWords(at, now()),
        note: words || undefined,
        state: open && index === history.length - 1 ? 'now' : 'done',
      }))}
    />
  );
}
