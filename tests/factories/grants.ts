import type { Input } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { aRandomId } from './elder-facts.ts';

export type GrantAsked = Input<typeof registry.askGrant>;

/** A daughter's asking for her mother 王秀兰, with every scope until the end of the year, unless told otherwise. */
export const aGrant = (given: Partial<GrantAsked> & Pick<GrantAsked, 'streetId' | 'communityId'>): GrantAsked => ({
  id: aRandomId(),
  elderName: '王秀兰',
  elderPhone: '13800001234',
  relation: 'daughter',
  scopes: ['see', 'ask', 'confirm'],
  until: '2026-12-31',
  ...given,
});
