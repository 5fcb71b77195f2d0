import { addDays, dayOf } from '@wubian/shared/time.ts';
import { countCategories, listsWith } from './count-categories.ts';
import type { OfficeRoom } from './index.ts';

/** Later in the month than this, the files say too little about the month before. */
const lastDayToCount = 3;

/**
 * For the jobs: on the first days of a month, freezes the figures of the month before for every street that has none
 * yet, by the list and the rules of its last day. A month in whose first days no process ran is not made up later.
 * Answers how many were kept.
 */
export const keepFigures =
  ({ streets, registry, figures, clock }: OfficeRoom) =>
  async (): Promise<number> => {
    const at = clock();
    const today = dayOf(at);
    if (Number(today.slice(8)) > lastDayToCount) return 0;
    const day = addDays(`${today.slice(0, 8)}01`, -1);
    const month = day.slice(0, 7);
    let kept = 0;
    for (const { id, communities } of await streets.all()) {
      if (await figures.has(id, month)) continue;
      const lists = listsWith(await streets.parameter(id, 'streetCategories', day));
      const counted = await countCategories(registry.eachElder(id), { communities, lists, day, at });
      if (await figures.keep(id, month, counted)) kept += 1;
    }
    return kept;
  };
