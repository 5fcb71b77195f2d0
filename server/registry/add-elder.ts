import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { checkAreas } from './areas.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

/** Makes a file with the id that the client chose; a repeat of the same request answers the file as it stands. */
export const addElder =
  (room: Room): Handler<typeof registry.addElder> =>
  async (actor, { id, facts }) => {
    const { elders, streets, now } = room;
    const scope = scopeOf(actor);
    checkAreas(await streets.street(actor.streetId), scope, facts.address);
    const write = { from: 0, by: actor.accountId, at: now(), fields: Object.keys(facts) };
    const added = await elders.add(actor.streetId, id, facts, write);
    if (!added && !(await elders.hasWritten(scope, id, facts, write))) throw new Refusal('id_taken');
    return showElder(room, actor, id);
  };
