import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { usePaged } from '../paged-query.ts';
import { now } from '../platform/clock.ts';
import { daysOf } from './audit-days.ts';
import type { AuditWish } from './audit-filter.tsx';

export type AuditEntry = Output<WubianApi['office']['audit']>['items'][number];

/** The street's entries that match, newest first. Asking leaves an entry itself, so it is asked only when the wish changes. */
export function useAudit({ period, own, group, outcome, person, elder }: AuditWish) {
  const filter = {
    ...daysOf(period, own, now()),
    ...(group && { group }),
    ...(outcome && { outcome }),
    ...(person && { accountId: person.id }),
    ...(elder && { elderId: elder.id }),
  };
  return usePaged(['office', 'audit', filter], (cursor) => api.office.audit({ ...filter, limit: 20, cursor }));
}
