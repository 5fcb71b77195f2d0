import { useQuery } from '@tanstack/react-query';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { now } from '../../../platform/clock.ts';
import { StatisticsView } from '../../../response/statistics/statistics-view.tsx';
import { statisticsWords as w } from '../../../response/statistics/words.ts';
import { Page, Select, Shown, Words } from '../../../ui/index.ts';

/** This month and the eleven before it, the latest first; YYYY-MM. */
function months(): string[] {
  const out = [dayOf(now()).slice(0, 7)];
  while (out.length < 12) out.push(addDays(`${out.at(-1)}-01`, -1).slice(0, 7));
  return out;
}

/** Calls for help in figures, by month and community. */
export default function OfficeResponse() {
  const [month, setMonth] = useState(() => months()[0]!);
  const query = useQuery({
    queryKey: ['response', 'statistics', month],
    queryFn: () => api.response.incidentStatistics({ month }),
  });
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Select
        id="month"
        label={w.month}
        options={months().map((value) => ({ value, label: w.sayMonth(value) }))}
        value={month}
        onChange={setMonth}
      />
      <Shown query={query}>{(statistics) => <StatisticsView statistics={statistics} />}</Shown>
    </Page>
  );
}
