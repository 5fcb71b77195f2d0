import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { checkAreas } from './areas.ts';
import { changedFields } from './elder-form.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

/** Changes a file if nobody has since the caller read it; a repeat of one's own change answers the same. */
export const changeElder =
  (room: Room): Handler<typeof registry.changeElder> =>
  async (actor, { elderId, version, facts }) => {
    const { elders, grants, streets, now } = room;
    const scope = scopeOf(actor);
    const before = await elders.byId(scope, elderId);
    if (!before) throw new Refusal('elder_not_found');
    checkAreas(await streets.street(actor.streetId), scope, facts.address);
    const fields = changedFields(before.facts, facts);
    const write = { from: version, by: actor.accountId, at: now(), fields };
    const changed = await elders.change(scope, elderId, facts, write);
    if (!changed && !(await elders.hasWritten(scope, elderId, facts, write))) throw new Refusal('elder_changed');
    // Also on a repeat: the first try may have ended between the two writes.
    await grants.followElder(actor.streetId, elderId, facts.address.communityId);
    return showElder(room, actor, elderId);
  };
