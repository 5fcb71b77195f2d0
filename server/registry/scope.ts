import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';

/** Over whom a query may range; `null` is the whole street. Every read and write of the store takes one. */
export interface Scope {
  streetId: string;
  communityIds: readonly string[] | null;
}

/** The scope of an actor's role: staff of communities reach these only, staff of the street all of it. */
export const scopeOf = ({ role, streetId, communityIds }: Actor): Scope => ({
  streetId,
  communityIds: roles[role].scope === 'street' ? null : communityIds,
});

export const wholeStreet = (streetId: string): Scope => ({ streetId, communityIds: null });

export const isInScope = (scope: Scope, at: { streetId: string; communityId: string }): boolean =>
  scope.streetId === at.streetId && (scope.communityIds?.includes(at.communityId) ?? true);

/** The scope as a filter; with `communityId` narrowed to that one, to nothing if it is outside. */
export function scopeFilter({ streetId, communityIds }: Scope, communityId?: string) {
  if (communityId === undefined) return { streetId, ...(communityIds && { communityId: { $in: [...communityIds] } }) };
  return { streetId, communityId: communityIds?.includes(communityId) === false ? { $in: [] } : communityId };
}
