import { now } from '../../../platform/clock.ts';
import { go } from '../../../platform/nav.ts';
import { Card, PlainButton, Section, Words, whenWords } from '../../../ui/index.ts';
import type { Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

/** How it ended, and the call of the next day. */
export function Afterwards({ incident: { end, followed, followDueAt, elder } }: { incident: Incident }) {
  if (!end) return null;
  return (
    <Section title={w.end}>
      <Card tone="tint">
        <Words tone="strong">{[end.proof, end.outcome].filter(Boolean).join('，')}</Words>
        {end.words ? <Words>{end.words}</Words> : null}
        {followed ? <Words>{`${w.followed}：${followed.words}（${whenWords(followed.at, now())}）`}</Words> : null}
        {followDueAt ? <Words>{w.followDue(whenWords(followDueAt, now()))}</Words> : null}
      </Card>
      {elder.id ? (
        <PlainButton id="open-file" onTap={() => go('workerElder', { id: elder.id ?? '' })}>
          {w.openFile}
        </PlainButton>
      ) : null}
    </Section>
  );
}
