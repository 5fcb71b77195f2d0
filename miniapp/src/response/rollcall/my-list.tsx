import { isLeft } from '@wubian/shared/response/rollcall/labels.ts';
import { Fragment } from 'react';
import { Card, Empty, Section, Shown, Words } from '../../ui/index.ts';
import { MyRollCallRow } from './my-row.tsx';
import { type MyRow, useMyRollCalls } from './use-roll-calls.ts';
import { myRollWords as w } from './words.ts';

/** Whose turn it is comes first; whom somebody else was asked to look after, after her. */
const byTurn = (a: MyRow, b: MyRow): number =>
  Number(a.passedOn) - Number(b.passedOn) || (a.place < b.place ? -1 : Number(a.place > b.place));

/** My lists of every roll-call that runs. */
export function MyRollCallList() {
  const query = useMyRollCalls();
  return (
    <Shown query={query}>
      {({ items }) =>
        items.length ? (
          items.map((list, n) => {
            const open = list.rows.filter((row) => isLeft(row.state)).sort(byTurn);
            const seen = list.rows.filter((row) => !isLeft(row.state)).sort(byTurn);
            return (
              <Fragment key={list.id}>
                <Card tone="tint">
                  <Words tone="strong">{`${list.drill ? w.drill : ''}${open.length ? w.strip(list.reasonLabel, open.length) : w.stripDone(list.reasonLabel)}`}</Words>
                  <Words>{list.words}</Words>
                </Card>
                {open.length ? (
                  <Section title={w.toSee}>
                    {open.map((row, i) => (
                      <MyRollCallRow key={row.id} row={row} first={n === 0 && i === 0} />
                    ))}
                  </Section>
                ) : null}
                {seen.length ? (
                  <Section title={w.seen}>
                    {seen.map((row) => (
                      <MyRollCallRow key={row.id} row={row} first={false} />
                    ))}
                  </Section>
                ) : null}
              </Fragment>
            );
          })
        ) : (
          <>
            <Empty words={w.none} />
            <Words tone="soft">{w.noneNote}</Words>
          </>
        )
      }
    </Shown>
  );
}
