import type { ElderFilter, elderSorts } from '@wubian/shared/registry/contract.ts';
import type * as z from 'zod';
import { foldWord, nameSearch } from '../../server/registry/name-search.ts';
import type { Street } from '../../server/streets/index.ts';
import type { Sample } from './elders.ts';

type Filter = z.output<typeof ElderFilter>;

/** One way of asking the registry, asked with several values by turns. */
export interface Kind {
  name: string;
  /** The street's office ranges over all of it, a worker over her community. */
  by: 'office' | 'worker';
  shows: 'page' | 'count';
  sort: keyof typeof elderSorts;
  /** True: a page from the middle of the list, by cursor. */
  deep?: true;
  filters: readonly Filter[];
  /** How many a right answer has at least. */
  least: number;
}

const initials = (name: string): string => nameSearch(name).nameWords[0]!;

/** Everything that people ask of the registry, over these files. */
export function kindsOf(street: Street, all: readonly Sample[], workerOf: (communityId: string) => string): Kind[] {
  const some = all.slice(0, 40);
  const estates = new Map(street.communities.flatMap(({ estates }) => estates.map(({ id, name }) => [id, name])));
  const door = ({ building, unit, room }: Sample) => `${building}-${unit}-${room}`;
  const withPhone = some.filter(({ phone }) => phone);
  const withNumber = all.filter(({ idNumber }) => idNumber).slice(0, 40);
  const withGrid = some.filter(({ gridId }) => gridId);
  const page = (name: string, filters: readonly Filter[], more: Partial<Kind> = {}): Kind => ({
    ...{ name, by: 'office', shows: 'page', sort: 'name', filters, least: 1, ...more },
  });
  const count = (name: string, filters: readonly Filter[], more: Partial<Kind> = {}): Kind =>
    page(name, filters, { shows: 'count', ...more });
  const letters = [...'wlzcy'].map((q) => ({ q }));
  const alone = { category: 'livingAlone', holds: 'yes' } as const;
  return [
    page('first page', [{}]),
    page('first page, oldest', [{}], { sort: 'oldest' }),
    page('first page, stale', [{}], { sort: 'stale' }),
    page('deep page', [{}], { deep: true }),
    page('deep page, oldest', [{}], { sort: 'oldest', deep: true }),
    page('deep page, stale', [{}], { sort: 'stale', deep: true }),
    page(
      'name',
      some.map(({ name }) => ({ q: name })),
    ),
    page(
      'initials',
      some.map(({ name }) => ({ q: initials(name) })),
    ),
    page('one letter', letters),
    page('one letter, oldest', letters, { sort: 'oldest' }),
    page(
      'surname',
      some.map(({ name }) => ({ q: foldWord(name)[0]! })),
    ),
    page('nobody', [{ q: 'qqqq' }, { q: '没有' }], { least: 0 }),
    page(
      'door',
      some.map((file) => ({ q: door(file) })),
    ),
    page(
      'estate and door',
      some.map((file) => ({ q: `${estates.get(file.estateId)} ${door(file)}` })),
    ),
    page(
      'building',
      some.map(({ building }) => ({ q: `${building}号楼` })),
    ),
    page(
      'estate',
      some.map(({ estateId }) => ({ q: estates.get(estateId)! })),
    ),
    page(
      'phone',
      withPhone.map(({ phone }) => ({ q: phone! })),
    ),
    page(
      'ID number',
      withNumber.map(({ idNumber }) => ({ q: idNumber! })),
    ),
    page('category', [alone, { category: 'advancedAge' }, { category: 'severelyDisabled' }]),
    page('category, oldest', [alone, { category: 'severelyDisabled' }], { sort: 'oldest' }),
    page('category unknown', [{ category: 'childless', holds: 'unknown' }]),
    page('risk', [{ risk: 'red' }, { risk: 'orange' }, { risk: 'yellow' }]),
    page(
      'worker',
      street.communities.slice(0, 20).map(({ id }) => ({ responsibleId: workerOf(id) })),
    ),
    page(
      'grid',
      withGrid.map(({ gridId }) => ({ gridId: gridId! })),
    ),
    page('fault', [{ fault: 'noResponsible' }, { fault: 'noGrid' }, { fault: 'noContact' }]),
    page('fault stale', [{ fault: 'stale' }]),
    page('category and risk', [
      { ...alone, risk: 'red' },
      { category: 'advancedAge', risk: 'orange' },
    ]),
    page('category and risk, none', [{ ...alone, risk: 'green' }], { least: 0 }),
    page('fault and category', [{ fault: 'noGrid', ...alone }]),
    page(
      'letter and risk',
      letters.map((letter) => ({ ...letter, risk: 'red' as const })),
    ),
    count('count all', [{}]),
    count('count category', [alone]),
    count('count category and risk', [{ ...alone, risk: 'red' }]),
    count('count one letter', letters),
    count('count stale', [{ fault: 'stale' }]),
    page('community: first page', [{}], { by: 'worker' }),
    page('community: oldest', [{}], { by: 'worker', sort: 'oldest' }),
    page('community: stale', [{}], { by: 'worker', sort: 'stale' }),
    page(
      'community: initials',
      some.map(({ name }) => ({ q: initials(name).slice(0, 2) })),
      { by: 'worker', least: 0 },
    ),
    page('community: category', [alone], { by: 'worker' }),
    page('community: fault', [{ fault: 'noGrid' }], { by: 'worker' }),
    count('community: count all', [{}], { by: 'worker' }),
    count('community: count category', [alone], { by: 'worker' }),
  ];
}
