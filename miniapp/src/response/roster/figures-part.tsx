import { useQuery } from '@tanstack/react-query';
import { opinionLabels } from '@wubian/shared/response/roster/labels.ts';
import { sayDay, sayMinutes } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Card, type Column, DataTable, Empty, Row, Shown, StatusTag, Words } from '../../ui/index.ts';
import { MonthSelect, thisMonth } from './month-select.tsx';
import { rosterWords as w } from './words.ts';

type Figures = Awaited<ReturnType<typeof api.response.dutyFigures>>['items'][number];
type Minutes = 'minutes' | 'doneMinutes' | 'nightMinutes' | 'restMinutes' | 'holidayMinutes';

const minutes = (title: string, of: Minutes): Column<Figures> => ({
  title,
  id: of,
  number: true,
  long: true,
  cell: (row) => sayMinutes(row[of]),
  sortBy: (row) => row[of],
});
const columns: Column<Figures>[] = [
  { title: w.name, cell: ({ name }) => name },
  minutes(w.hours, 'minutes'),
  minutes(w.done, 'doneMinutes'),
  { title: w.shifts, id: 'shifts', number: true, cell: ({ shifts }) => shifts, sortBy: ({ shifts }) => shifts },
  minutes(w.nights, 'nightMinutes'),
  minutes(w.rests, 'restMinutes'),
  minutes(w.holidays, 'holidayMinutes'),
];

/** Who had how much duty in a month, for a fair share. */
export function FiguresPart({ communityId }: { communityId: string }) {
  const [month, setMonth] = useState(thisMonth);
  const query = useQuery({
    queryKey: ['duty', 'figures', month, communityId],
    queryFn: () => api.response.dutyFigures({ month, ...(communityId && { communityId }) }),
  });
  return (
    <>
      <MonthSelect value={month} onChange={setMonth} />
      <Shown query={query}>
        {({ items }) =>
          items.length ? (
            <DataTable label={w.parts.figures} columns={columns} rows={items} keyOf={({ accountId }) => accountId} />
          ) : (
            <Empty words={w.noFigures} />
          )
        }
      </Shown>
    </>
  );
}

/** What residents said in a month. */
export function OpinionsPart({ communityId }: { communityId: string }) {
  const [month, setMonth] = useState(thisMonth);
  const query = useQuery({
    queryKey: ['duty', 'opinions', month, communityId],
    queryFn: () => api.response.dutyOpinions({ month, ...(communityId && { communityId }) }),
  });
  return (
    <>
      <MonthSelect value={month} onChange={setMonth} />
      <Shown query={query}>
        {({ counts, items }) => (
          <>
            <Words tone="lead">{w.opinions(counts.good ?? 0, counts.fair ?? 0, counts.bad ?? 0)}</Words>
            {items.map(({ id, day, communityName, grade, words, onDuty }) => (
              <Card key={id}>
                <Row>
                  <Words tone="strong">{`${sayDay(day)} ${communityName}`}</Words>
                  <StatusTag tone={grade === 'good' ? 'go' : grade === 'fair' ? 'wait' : 'warn'}>
                    {opinionLabels[grade]}
                  </StatusTag>
                </Row>
                <Words>{words || w.noWords}</Words>
                <Words tone="soft">{w.onDuty(onDuty.join('、'))}</Words>
              </Card>
            ))}
          </>
        )}
      </Shown>
    </>
  );
}
