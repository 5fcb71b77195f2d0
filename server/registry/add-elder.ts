import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { fieldNames } from '@wubian/shared/registry/fields.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { checkAreas } from './areas.ts';
import { checkFacts } from './check-facts.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

/** Makes a file with the id that the client chose; a repeat of the same request answers the file as it stands. */
export const addElder =
  (room: Room): Handler<typeof registry.addElder> =>
  async (actor, { id, facts: given }, call) => {
    const { elders, streets, now } = room;
    const scope = scopeOf(actor);
    const at = now();
    const facts = checkFacts(given, dayOf(at));
    checkAreas(await streets.street(actor.streetId), scope, facts.address);
    call.about({ elderIds: [id], what: words.newFile });
    const write = { from: 0, by: actor.accountId, at, why: words.newFile, source: 'form' as const, fields: fieldNames };
    const added = await elders.add(actor.streetId, id, facts, write);
    if (added !== 'added' && !(await elders.hasWritten(scope, id, facts, write)))
      throw new Refusal(added === 'id' ? 'id_taken' : 'id_number_held');
    return showElder(room, actor, id);
  };
