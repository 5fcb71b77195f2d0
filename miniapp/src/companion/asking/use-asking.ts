import { type Kind, kinds } from '@wubian/shared/companion/kinds.ts';
import { api } from '../../api.ts';
import { useKeptQuery } from '../../kept-query.ts';
import { usePaged } from '../../paged-query.ts';

/** What my street offers; kept on the phone, since one can ask without network. */
export const useCatalogue = () => useKeptQuery('offers', () => api.companion.catalogue());

/** What the street calls each kind and says of it; the program's own words until the catalogue is there. */
export function useOffers(): (kind: Kind) => { label: string; about: string } {
  const { data } = useCatalogue();
  return (kind) => data?.items.find((item) => item.kind === kind) ?? kinds[kind];
}

/** What is going on for me or for my elders; kept on the phone. */
export const useCurrentTasks = () =>
  useKeptQuery('mine-current', () => api.companion.mine({ state: 'current', limit: 50 }));

/** What is over, the newest first. */
export const usePastTasks = () =>
  usePaged(['mine-past'], (cursor) => api.companion.mine({ state: 'past', limit: 10, cursor }));

/** What others did for an elder, told to herself and her family. */
export const useActsFor = (elderId: string | undefined) =>
  usePaged(
    ['acts-for', elderId],
    (cursor) => api.companion.actsFor({ elderId: elderId ?? '', limit: 20, cursor }),
    elderId !== undefined,
  );
