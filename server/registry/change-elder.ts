import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { fieldRow } from '@wubian/shared/registry/fields.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { checkAreas } from './areas.ts';
import { checkFacts } from './check-facts.ts';
import { changedFields } from './elder-form.ts';
import { mergeChanges } from './merge-changes.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

/** Changes some facts of a file if nobody has since the caller read it; a repeat of one's own change answers the same. */
export const changeElder =
  (room: Room): Handler<typeof registry.changeElder> =>
  async (actor, { elderId, version, changes, why }, call) => {
    const { elders, grants, streets, now } = room;
    const scope = scopeOf(actor);
    const before = await elders.byId(scope, elderId);
    if (!before) throw new Refusal('elder_not_found');
    if (before.status === 'dead' || before.status === 'merged') throw new Refusal('elder_closed');
    if (before.merging) throw new Refusal('elder_merging');
    const at = now();
    const facts = checkFacts(mergeChanges(before.facts, changes), dayOf(at), 'changes');
    checkAreas(await streets.street(actor.streetId), scope, facts.address);
    const fields = changedFields(before.facts, facts);
    call.about({ elderIds: [elderId], what: fields.map((field) => fieldRow(field).label).join('、'), reason: why });
    const write = { from: version, by: actor.accountId, at, why, source: 'form' as const, fields };
    const changed = await elders.change(before, facts, write);
    if (changed === 'idNumber') throw new Refusal('id_number_held');
    if (changed === 'moved' && !(await elders.hasWritten(scope, elderId, facts, write)))
      throw new Refusal('elder_changed');
    // Also on a repeat: the first try may have ended between the two writes.
    await grants.followElder(actor.streetId, elderId, facts.address.communityId);
    return showElder(room, actor, elderId);
  };
