import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Street } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import type { StoredPost } from './stored.ts';

const isWide = (actor: Actor): boolean => roles[actor.role].scope === 'street';

/** The communities that the actor reaches; `bad_input` for a wanted one that she does not. */
export function communitiesOf(actor: Actor, street: Street, wanted?: string): string[] {
  const all = street.communities.map(({ id }) => id);
  const reach = isWide(actor) ? all : all.filter((id) => actor.communityIds.includes(id));
  if (wanted === undefined) return reach;
  if (!reach.includes(wanted)) throw badField('communityId', '不在您的范围内，请重新选择社区');
  return [wanted];
}

/** True if the actor plans this place; the duty leader's plan is the street's own. */
export const plansFor = (actor: Actor, place: string | null): boolean =>
  isWide(actor) || (place !== null && actor.role === 'communityHead' && actor.communityIds.includes(place));

/** The post, if the actor may plan it; else `duty_post_not_found`. */
export async function postToPlan({ plans }: Deps, actor: Actor, postId: string): Promise<StoredPost> {
  const post = await plans.post(actor.streetId, postId);
  if (!post || !plansFor(actor, post.communityId)) throw new Refusal('duty_post_not_found');
  return post;
}

/** Throws `duty_past` or `bad_input` for a stretch of time that cannot be planned any more. */
export function needComing(from: Date, to: Date, now: Date): void {
  if (to <= from) throw badField('to', '结束时间要晚于开始时间');
  // A minute's grace: the form was filled in with the clock of the phone.
  if (from.getTime() < now.getTime() - 60_000) throw new Refusal('duty_past');
  if (to.getTime() - from.getTime() > 366 * 86_400_000) throw badField('to', '最长一年');
}
