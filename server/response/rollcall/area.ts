import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Street } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import type { StoredRollCall } from './stored.ts';

/** The communities that the actor answers for; with `wanted` those of them, `bad_input` for one outside. */
export function communitiesOf(actor: Actor, street: Street, wanted: readonly string[] = []): string[] {
  const all = street.communities.map(({ id }) => id);
  const reach = roles[actor.role].scope === 'street' ? all : all.filter((id) => actor.communityIds.includes(id));
  if (wanted.some((id) => !reach.includes(id))) throw badField('communityIds', '有社区不在您的范围内，请重新选择');
  return wanted.length ? reach.filter((id) => wanted.includes(id)) : reach;
}

export interface Seen {
  call: StoredRollCall;
  street: Street;
  /** Those of its communities that the actor sees. */
  area: string[];
  /** She answers for all of it: she may remind and close. */
  isWhole: boolean;
}

/** A roll-call with what of it the actor sees; throws `roll_call_not_found` when that is nothing. */
export async function lookAt(deps: Pick<Deps, 'calls' | 'streets'>, actor: Actor, id: string): Promise<Seen> {
  const [call, street] = await Promise.all([deps.calls.byId(actor.streetId, id), deps.streets.street(actor.streetId)]);
  const reach = communitiesOf(actor, street);
  const area = call?.communityIds.filter((one) => reach.includes(one)) ?? [];
  if (!call || area.length === 0) throw new Refusal('roll_call_not_found');
  return { call, street, area, isWhole: area.length === call.communityIds.length };
}
