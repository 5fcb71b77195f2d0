import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { Card, confirm, PlainButton, Row, StatusTag, say, Words, windowWords } from '../../ui/index.ts';
import { act, type Change } from './use-duty.ts';
import { rosterWords as w } from './words.ts';

async function end(changeId: string): Promise<void> {
  if (!(await confirm({ title: w.endTitle, yes: w.end, danger: true }))) return;
  await act(api.response.endDutyChange({ changeId }));
  say(w.ended);
}

/** Who comes and who goes by a change. */
const whoIn = (change: Change): string =>
  change.kind === 'temporary'
    ? change.shifts.flatMap(({ names }) => names).join('、')
    : [change.out?.name, change.in?.name].filter(Boolean).join(' → ');

/** Changes of these two weeks. */
export const ChangeList = ({ changes, nameOf }: { changes: readonly Change[]; nameOf: (postId: string) => string }) => (
  <>
    {changes.map((change) => (
      <Card key={change.id}>
        <Row>
          <Words tone="strong">{windowWords(change.from, change.to, now())}</Words>
          <StatusTag tone="wait">{w.kinds[change.kind]}</StatusTag>
        </Row>
        <Words>{`${nameOf(change.postId)} ${whoIn(change)}`}</Words>
        <Words tone="soft">{`${change.reason}，${change.by}`}</Words>
        {change.canEnd ? (
          <PlainButton id={`end-${change.id}`} onTap={() => end(change.id)}>
            {w.end}
          </PlainButton>
        ) : null}
      </Card>
    ))}
  </>
);
