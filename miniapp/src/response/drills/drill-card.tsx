import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { Card, Facts, PlainButton, Row, Stack, StatusTag, Words, whenWords } from '../../ui/index.ts';
import type { Drill } from './use-drills.ts';
import { drillWords as w } from './words.ts';

/** One drill: how soon somebody answered and came, and who did not. */
export function DrillCard({ drill }: { drill: Drill }) {
  const { id, open, silent, answeredAfter, arrivedAfter } = drill;
  return (
    <Card tone={open ? 'glow' : undefined}>
      <Stack tight>
        <Row>
          <Words tone="strong">{`${drill.elderName} · ${drill.communityName}`}</Words>
          <StatusTag tone={open ? 'go' : 'done'}>{drill.statusLabel}</StatusTag>
        </Row>
        <Words tone="soft">
          {[w.at(whenWords(drill.raisedAt, now()), drill.startedBy), drill.words].filter(Boolean).join(' · ')}
        </Words>
        <Facts
          items={[
            [w.answered, answeredAfter === null ? w.nobody : `${w.after(answeredAfter)} · ${drill.answeredBy}`],
            [w.arrived, arrivedAfter === null ? w.notArrived : w.after(arrivedAfter)],
            [w.rungs, `${w.rungsCalled(drill.rungsCalled)} · ${w.people(drill.called)}`],
            [w.silent, silent.map(({ name, seen }) => (seen ? w.seenOnly(name) : name)).join('、')],
            [w.messages, w.messageCount(drill.messages, drill.failed)],
          ]}
        />
        <Row>
          <PlainButton id={`drill-${id}`} onTap={() => go('workerIncident', { id })}>
            {w.open}
          </PlainButton>
          {open ? null : (
            <PlainButton id={`replay-${id}`} onTap={() => go('officeReplay', { id })}>
              {w.replay}
            </PlainButton>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
