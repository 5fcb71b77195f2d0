import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../../api.ts';

export type Dependents = Output<WubianApi['registry']['dependents']>;
export type Handover = Output<WubianApi['registry']['handOver']>;

/** What hangs on one person. */
export const useDependents = (accountId: string) =>
  useQuery({
    queryKey: ['registry', 'dependents', accountId],
    queryFn: () => api.registry.dependents({ accountId }),
    enabled: accountId !== '',
  });

/** Whom one may choose: workers of the caller's communities, and volunteers. */
export function usePeopleToLeave(): { accountId: string; label: string }[] {
  const areas = useQuery({ queryKey: ['registry', 'areas'], queryFn: () => api.registry.areas(), staleTime: 600_000 });
  const people = useQuery({
    queryKey: ['accounts', 'people', '', 'active'],
    queryFn: () => api.accounts.people({ state: 'active' }),
  });
  const known = new Map<string, string>();
  for (const { accountId, name, assignment } of people.data?.items ?? [])
    known.set(
      accountId,
      known.has(accountId) ? `${known.get(accountId)}、${assignment.label}` : `${name} · ${assignment.label}`,
    );
  for (const { name: community, workers } of areas.data?.communities ?? [])
    for (const { accountId, name } of workers)
      if (!known.has(accountId)) known.set(accountId, `${name} · ${community}`);
  return [...known].map(([accountId, label]) => ({ accountId, label }));
}
