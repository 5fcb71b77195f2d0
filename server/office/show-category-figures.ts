import type { Output } from '@wubian/shared/endpoint.ts';
import type { office } from '@wubian/shared/office/contract.ts';
import { badField } from '@wubian/shared/refusals.ts';
import type { CategoryView } from '@wubian/shared/registry/categories.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { type CategoryFigures, countCategories, listsWith } from './count-categories.ts';
import type { OfficeRoom } from './index.ts';
import { words } from './words.ts';

type Shown = Output<typeof office.categoryFigures>;

function present(figures: CategoryFigures, view: CategoryView): Omit<Shown, 'from' | 'words'> {
  const list = [...figures.lists[view]];
  const communities = figures.communities.map(({ communityId, name, elders, listed, categories }) => ({
    communityId,
    name,
    elders,
    listed: listed[view],
    categories: list.map((category) => categories.find((count) => count.category === category)!),
  }));
  const sum = (of: (row: (typeof communities)[number]) => number): number =>
    communities.reduce((all, row) => all + of(row), 0);
  return {
    day: figures.day,
    view,
    countedAt: figures.countedAt.toISOString(),
    ruleVersion: figures.ruleVersion,
    list,
    communities,
    total: {
      elders: sum(({ elders }) => elders),
      listed: sum(({ listed }) => listed),
      categories: list.map((category, i) => ({
        category,
        yes: sum(({ categories }) => categories[i]!.yes),
        unknown: sum(({ categories }) => categories[i]!.unknown),
      })),
    },
  };
}

/** Today counted from the files as they are; an earlier month as it was frozen at its end, whatever changed since. */
export const showCategoryFigures =
  ({ streets, registry, figures, clock }: OfficeRoom): Handler<typeof office.categoryFigures> =>
  async ({ streetId }, { view, day: asked }) => {
    const at = clock();
    const today = dayOf(at);
    const day = asked ?? today;
    if (day > today) throw badField('day', words.notYet);
    if (day === today) {
      const { communities } = await streets.street(streetId);
      const lists = listsWith(await streets.parameter(streetId, 'streetCategories', day));
      const counted = await countCategories(registry.eachElder(streetId), { communities, lists, day, at });
      return { from: 'live', words: words.live, ...present(counted, view) };
    }
    const kept = await figures.of(streetId, day.slice(0, 7));
    if (kept) return { from: 'kept', words: words.kept(kept.day), ...present(kept, view) };
    const nothing = { countedAt: null, ruleVersion: null, list: [], communities: [], total: null };
    return { from: 'none', words: words.none, day, view, ...nothing };
  };
