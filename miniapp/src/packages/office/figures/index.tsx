import { useQuery } from '@tanstack/react-query';
import { type CategoryView, categoryViewNames, categoryViews } from '@wubian/shared/registry/categories.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { FiguresTable } from '../../../office/figures/figures-table.tsx';
import { monthEndsBefore } from '../../../office/figures/months.ts';
import { figureWords as w } from '../../../office/figures/words.ts';
import { now } from '../../../platform/clock.ts';
import { Chips, Empty, Page, Select, Shown, Words } from '../../../ui/index.ts';

const views = categoryViewNames.map((value) => ({ value, label: categoryViews[value].label }));

/** How many elders of each category each community has: today, or as it was frozen at the end of a month. */
export default function OfficeFigures() {
  const [view, setView] = useState<CategoryView>('streetSix');
  const [day, setDay] = useState('today');
  const times = [
    { value: 'today', label: w.today },
    ...monthEndsBefore(dayOf(now()), 12).map((end) => ({
      value: end,
      label: w.monthEnd(Number(end.slice(0, 4)), Number(end.slice(5, 7))),
    })),
  ];
  const query = useQuery({
    queryKey: ['office', 'figures', view, day],
    queryFn: () => api.office.categoryFigures({ view, ...(day !== 'today' && { day }) }),
  });
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Chips name="view" label={w.view} options={views} value={view} onChange={setView} />
      <Select id="when" label={w.when} options={times} value={day} onChange={setDay} />
      <Shown query={query}>
        {(figures) =>
          figures.from === 'none' ? (
            <Empty words={w.none} />
          ) : (
            <>
              <Words tone="soft">{`${figures.words}。${w.ground(categoryViews[view].source)}`}</Words>
              <FiguresTable figures={figures} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}
