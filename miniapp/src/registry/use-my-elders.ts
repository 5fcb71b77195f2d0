import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { api } from '../api.ts';
import { useKeptQuery } from '../kept-query.ts';

export type MyElder = Output<WubianApi['registry']['myElders']>['items'][number];

const empty = { items: [] as MyElder[] };

/**
 * The elders I may act for (herself included) with whom to ring; kept on the phone, so that the numbers are there
 * without network. Empty for roles that have no elders of their own; not asked while the role is not known, or her
 * phone would keep "none" as the answer.
 */
export const useMyElders = (role: Role | undefined) =>
  useKeptQuery(
    'my-elders',
    () => (role && roleMay(role, 'elder.readOwn') ? api.registry.myElders() : Promise.resolve(empty)),
    { ready: role !== undefined },
  );
