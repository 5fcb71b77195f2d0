import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { aroundOf } from './around.ts';
import { presentElder } from './elder.presenter.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

/** The file as this actor may see it. Throws `elder_not_found` when it is not in her scope. */
export async function showElder(room: Room, actor: Actor, elderId: string) {
  const elder = await room.elders.byId(scopeOf(actor), elderId);
  if (!elder) throw new Refusal('elder_not_found');
  const [around, residents] = await Promise.all([
    aroundOf(room, actor.streetId, [elder.facts.responsibleId]),
    room.accounts.residentsOf(actor.streetId, elderId),
  ]);
  return presentElder(elder, { ...around, hasAccount: residents.length > 0, actor });
}

/** One old person's file. */
export const readElder =
  (room: Room): Handler<typeof registry.readElder> =>
  (actor, { elderId }) =>
    showElder(room, actor, elderId);
