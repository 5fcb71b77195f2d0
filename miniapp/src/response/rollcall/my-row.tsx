import { answers } from '@wubian/shared/response/rollcall/labels.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, MainAct, PlainButton, Row, Stack, StatusTag, Words, whenWords } from '../../ui/index.ts';
import { rowTones } from './row-tone.ts';
import { type Answer, answer, type MyRow, undo } from './use-roll-calls.ts';
import { myRollWords as w } from './words.ts';

const plain: readonly Exclude<Answer, 'safe'>[] = ['needsHelp', 'notFound', 'onTheWay'];

/** Where she lives, once it is needed; each look is on record. */
function Door({ row }: { row: MyRow }) {
  const [door, setDoor] = useState<{ door: string; doorNotes: string; phone: string | null }>();
  if (!door)
    return (
      <PlainButton
        id={`door-${row.id}`}
        icon="place"
        label={w.label(w.door, row.elderName)}
        onTap={async () => setDoor(await api.response.showRollCallDoor({ rowId: row.id }))}
      >
        {w.door}
      </PlainButton>
    );
  const { phone } = door;
  return (
    <>
      <Words tone="strong">{w.doorIs(door.door)}</Words>
      {door.doorNotes ? <Words>{door.doorNotes}</Words> : null}
      {phone ? (
        <PlainButton id={`ring-${row.id}`} icon="phone" onTap={() => call(phone)}>
          {w.ring}
        </PlainButton>
      ) : (
        <Words tone="soft">{w.noPhone}</Words>
      )}
    </>
  );
}

/** One old person: who, where, and what to say by one tap. The first on the page carries the main act. */
export function MyRollCallRow({ row, first }: { row: MyRow; first: boolean }) {
  const safe = answers.safe.label;
  const tap = (said: Answer) => () => answer(row, said, w.label(answers[said].label, row.elderName));
  const Safe = first ? MainAct : PlainButton;
  return (
    <Card tone={row.can.safe && !row.passedOn ? 'glow' : undefined}>
      <Stack>
        <Row>
          <Words tone="lead">{row.elderName}</Words>
          <StatusTag tone={rowTones[row.state]}>{row.stateLabel}</StatusTag>
        </Row>
        <Words>{row.place}</Words>
        {row.said ? (
          <Words tone="soft">{w.said(row.said.label, row.said.by, whenWords(row.said.at, now()))}</Words>
        ) : null}
        {row.passedOn && row.can.safe ? <Words tone="soft">{w.passedOn}</Words> : null}
        {row.deadline && !row.passedOn ? <Words tone="soft">{w.until(whenWords(row.deadline, now()))}</Words> : null}
        {row.can.safe ? (
          <Safe id={`safe-${row.id}`} icon="check" label={w.label(safe, row.elderName)} onTap={tap('safe')}>
            {safe}
          </Safe>
        ) : null}
        {plain.map((one) =>
          row.can[one] && row.state !== 'safe' ? (
            <PlainButton
              key={one}
              id={`${one}-${row.id}`}
              label={w.label(answers[one].label, row.elderName)}
              onTap={tap(one)}
            >
              {answers[one].label}
            </PlainButton>
          ) : null,
        )}
        {row.can.undo ? (
          <PlainButton id={`undo-${row.id}`} label={w.label(w.undo, row.elderName)} onTap={() => undo(row)}>
            {w.undo}
          </PlainButton>
        ) : null}
        {row.can.safe ? <Door row={row} /> : null}
      </Stack>
    </Card>
  );
}
