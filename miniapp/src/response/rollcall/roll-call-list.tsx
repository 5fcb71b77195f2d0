import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { ListRow, PagedList, Rows, StatusTag, whenWords } from '../../ui/index.ts';
import { useRollCalls } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

/** Every roll-call, the newest first. */
export function RollCallList() {
  return (
    <PagedList list={useRollCalls()} empty={w.none} id="roll-calls">
      {(heads) => (
        <Rows many>
          {heads.map((one) => (
            <ListRow
              key={one.id}
              id={`open-${one.id}`}
              title={`${one.drill ? `【${w.drill}】` : ''}${one.reasonLabel}：${one.whom}`}
              notes={[
                `${w.at(whenWords(one.startedAt, now()))} ${one.startedBy}`,
                `${w.total} ${one.counts.all}，${w.left} ${one.counts.waiting + one.counts.onTheWay + one.counts.notReached}`,
              ]}
              tag={<StatusTag tone={one.phase === 'closed' ? 'done' : 'go'}>{one.phaseLabel}</StatusTag>}
              onTap={() => go('officeRollCall', { id: one.id })}
            />
          ))}
        </Rows>
      )}
    </PagedList>
  );
}
