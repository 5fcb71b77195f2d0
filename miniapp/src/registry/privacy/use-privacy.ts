import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';
import { queryClient } from '../../query.ts';

type Registry = WubianApi['registry'];
export type Consents = Output<Registry['consents']>;
export type Consent = Consents['items'][number];
export type Glass = Output<Registry['reviewGlass']>;
export type Opened = Output<Registry['breakGlass']>['items'][number];
export type RightsRequest = Output<Registry['askRights']>;

const consentKey = (elderId: string) => ['registry', 'consents', elderId];

export const useConsents = (elderId: string) =>
  useQuery({ queryKey: consentKey(elderId), queryFn: () => api.registry.consents({ elderId }) });

/** Shows what the server has answered to an answer or a withdrawal. */
export const consentsChanged = (elderId: string, consents: Consents): void =>
  void queryClient.setQueryData(consentKey(elderId), consents);

export const useViews = (elderId: string) =>
  usePaged(['registry', 'views', elderId], (cursor) => api.registry.fileViews({ elderId, ...(cursor && { cursor }) }));

export const useGlass = (state: 'open' | 'reviewed') =>
  usePaged(['registry', 'glass', state], (cursor) => api.registry.listGlass({ state, ...(cursor && { cursor }) }));

export const useRights = (state: 'open' | 'closed') =>
  usePaged(['registry', 'rights', state], (cursor) => api.registry.listRights({ state, ...(cursor && { cursor }) }));

/** How many uses of break-glass and requests have waited for too long. */
export const useOverdue = (enabled: boolean) =>
  useQuery({
    queryKey: ['registry', 'overdue'],
    enabled,
    queryFn: async () => {
      const [glass, rights] = await Promise.all([
        api.registry.listGlass({ limit: 1 }),
        api.registry.listRights({ limit: 1 }),
      ]);
      return { glass: glass.overdue, rights: rights.overdue };
    },
  });

/** Reads lists of the registry anew. */
export const privacyChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['registry'] });
