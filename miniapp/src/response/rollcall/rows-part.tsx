import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, Row as Line, PagedList, PlainButton, Stack, StatusTag, Words, whenWords } from '../../ui/index.ts';
import { rowTones } from './row-tone.ts';
import { type Pile, type Row, useRows } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

function OneRow({ row }: { row: Row }) {
  const { asked, incidentId } = row;
  const phone = asked?.phone;
  const last = row.history.at(-1);
  return (
    <Card>
      <Stack>
        <Line>
          <Words tone="strong">{row.elderName}</Words>
          <StatusTag tone={rowTones[row.state]}>{row.stateLabel}</StatusTag>
        </Line>
        <Words>{`${row.communityName} ${row.place}`}</Words>
        <Words tone="soft">{asked ? w.asked(asked.tierLabel, asked.name) : w.nobody}</Words>
        {row.deadline ? <Words tone="soft">{w.next(whenWords(row.deadline, now()), row.isLast)}</Words> : null}
        {last ? <Words tone="soft">{w.said(last.label, last.by, whenWords(last.at, now()))}</Words> : null}
        {asked && phone && row.state !== 'safe' ? (
          <PlainButton id={`call-${row.id}`} icon="phone" onTap={() => call(phone)}>
            {w.call(asked.name)}
          </PlainButton>
        ) : null}
        {incidentId ? (
          <PlainButton id={`incident-${row.id}`} icon="warn" onTap={() => go('workerIncident', { id: incidentId })}>
            {w.incident}
          </PlainButton>
        ) : null}
      </Stack>
    </Card>
  );
}

/** Who is left, or one pile of the list. */
export function RowsPart(props: { id: string; pile: Pile; communityId: string; building: string }) {
  const { id, ...narrow } = props;
  const list = useRows(id, narrow);
  return (
    <PagedList list={list} empty={w.noRows} id="rows">
      {(rows) => (
        <>
          {rows.map((row) => (
            <OneRow key={row.id} row={row} />
          ))}
        </>
      )}
    </PagedList>
  );
}
