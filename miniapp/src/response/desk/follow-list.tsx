import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { Card, Empty, PlainButton, Row, Shown, Words, whenWords } from '../../ui/index.ts';
import { askFollow } from './ask-follow.ts';
import { type DeskRow, useToFollow } from './use-desk.ts';
import { liveDeskWords as w } from './words.ts';

function FollowCard({ row }: { row: DeskRow }) {
  return (
    <Card>
      <Words tone="strong">{`${row.elderName}　${row.estateName}`}</Words>
      <Words tone="soft">{w.ended(row.statusLabel, whenWords(row.since, now()))}</Words>
      <Row>
        <PlainButton id={`follow-${row.id}`} onTap={() => askFollow({ id: row.id, elder: { name: row.elderName } })}>
          {w.callFollow}
        </PlainButton>
        <PlainButton id={`open-${row.id}`} onTap={() => go('workerIncident', { id: row.id })}>
          {w.openOne}
        </PlainButton>
      </Row>
    </Card>
  );
}

/** The call of the next day: whom to ring and ask how she is. */
export function FollowList() {
  return (
    <Shown query={useToFollow()}>
      {(rows) =>
        rows.length ? rows.map((row) => <FollowCard key={row.id} row={row} />) : <Empty words={w.noneFollow} />
      }
    </Shown>
  );
}
