import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { type Role, roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import { communityOf, type Street } from '../streets/index.ts';

/**
 * The communities that an assignment of this role gets: at least one of the street for a role with that scope, none
 * for others, whatever was asked. Throws `bad_input` or `area_unknown`.
 */
export function communitiesFor(role: Role, street: Street, asked: readonly string[]): string[] {
  if (roles[role].scope !== 'communities') return [];
  if (asked.length === 0) throw badField('communityIds', '请至少选择一个社区。');
  if (asked.some((id) => !communityOf(street, id))) throw new Refusal('area_unknown');
  return [...new Set(asked)];
}

/** Which of these communities the actor reaches: all for a role over the whole street. */
export const reached = (actor: Actor, communityIds: readonly string[]): string[] =>
  roles[actor.role].scope === 'street'
    ? [...communityIds]
    : communityIds.filter((id) => actor.communityIds.includes(id));
