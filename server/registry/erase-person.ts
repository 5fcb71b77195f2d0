import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { foreseeErasure } from './foresee-erasure.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { presentRights } from './rights.presenter.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

/**
 * Takes away what may go of a person, when a second clerk confirms it. Room by room, the file itself last: after a
 * crash the request is still open, and confirming it again goes on where it stopped.
 */
export const erasePerson =
  (room: PrivacyRoom): Handler<typeof registry.erasePerson> =>
  async (actor, { requestId }, call) => {
    const { streetId, accountId } = actor;
    const request = await room.rights.byId(streetId, requestId);
    if (request?.kind !== 'erase') throw new Refusal('rights_not_found');
    const { elderId } = request;
    if (request.state !== 'open') {
      const isRepeat = request.state === 'done' && request.done?.by === accountId;
      if (isRepeat) return (await presentRights(room, actor, [request]))[0]!;
      throw new Refusal('rights_closed');
    }
    if (request.by === accountId) throw new Refusal('second_person_needed');
    const ahead = await foreseeErasure(room, streetId, elderId);
    if (ahead.hindrance) throw new Refusal('rights_hindered', { words: words.hindered(ahead.hindrance) });
    call.about({ elderIds: [elderId], what: words.erased });
    // A tombstone is no longer found; then an earlier try has come this far.
    const isThere = (await room.elders.byId(scopeOf(actor), elderId)) !== null;
    if (isThere) for (const keeper of keepersLast(room)) await keeper.erase(streetId, elderId);
    const { goes, kept } = ahead;
    await room.rights.close(streetId, requestId, {
      ...{ state: 'done', by: accountId, at: room.now(), words: '', goes, kept },
    });
    return (await presentRights(room, actor, [(await room.rights.byId(streetId, requestId))!]))[0]!;
  };

/** The registry's own keeper comes first in the list and erases last. */
const keepersLast = ({ keepers }: Pick<PrivacyRoom, 'keepers'>) => keepers.toReversed();
