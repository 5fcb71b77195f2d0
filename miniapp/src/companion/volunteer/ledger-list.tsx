import { sayMinutes } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { Card, ListRow, PagedList, Rows, Words, whenWords, windowWords } from '../../ui/index.ts';
import { useLedger } from './use-ledger.ts';
import { volunteerWords as say } from './words.ts';

/** The minutes of one volunteer with the ground of each line. No ranks, no points: domain.md §9. */
export function LedgerList() {
  const { list, totalMinutes } = useLedger();
  return (
    <>
      {totalMinutes === undefined ? null : (
        <Card tone="tint">
          <Words>{say.ledgerTotal}</Words>
          <Words tone="display">{sayMinutes(totalMinutes)}</Words>
          <Words tone="soft">{`${say.ledgerRule}${say.ledgerMend}`}</Words>
        </Card>
      )}
      <PagedList list={list} empty={say.ledgerNone}>
        {(items) => (
          <Rows>
            {items.map(({ id, taskId, kindLabel, elderMasked, minutes, startedAt, finishedAt, groundLabel, at }) => (
              <ListRow
                key={id}
                id={`line-${id}`}
                title={`${sayMinutes(minutes)} · ${kindLabel} · ${elderMasked}`}
                notes={[windowWords(startedAt, finishedAt, now()), groundLabel, say.ledgerAt(whenWords(at, now()))]}
                onTap={() => go('task', { id: taskId })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </>
  );
}
