import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { fieldRow } from '@wubian/shared/registry/fields.ts';
import { isClosedFile } from '@wubian/shared/registry/merging.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { checkFacts } from './check-facts.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import { namesFor } from './elder-names.ts';
import { presentMerge, presentMoved, presentResult } from './merge.presenter.ts';
import type { StoredMerge } from './merge.store.ts';
import { type Choose, mergeFacts } from './merge-facts.ts';
import { mergeWords } from './merge-words.ts';
import type { MergeRoom as Room } from './merging.ts';
import { runMerge } from './run-merge.ts';
import { scopeOf, wholeStreet } from './scope.ts';

/** What would follow the loser, ids by collection. */
const pointingTo = async ({ pointers }: Room, streetId: string, elderId: string): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    await Promise.all(pointers.map(async (one) => [one.collection, await one.pointing(streetId, elderId)])),
  );

/** The record as this reader may see it. */
export async function showMerge(room: Room, actor: Actor, merge: StoredMerge) {
  const [names, elderNames] = await Promise.all([
    room.streets
      .street(actor.streetId)
      .then((street) => namesFor(room.accounts, street, [merge.by, merge.undone?.by ?? null])),
    room.elders.names(actor.streetId, [merge.winnerId, merge.loserId]),
  ]);
  return presentMerge(merge, { names, elderNames, pointers: room.pointers });
}

function checkPair(winner: StoredElder, loser: StoredElder): void {
  if (isClosedFile(winner.status) || isClosedFile(loser.status)) throw new Refusal('elder_closed');
  if (winner.merging || loser.merging) throw new Refusal('elder_merging');
  if (loser.status === 'dead' && winner.status !== 'dead') throw new Refusal('merge_keeps_dead');
}

/**
 * Makes two files one, or shows with `dry` what would become of them. The record is written first and is the outbox of
 * all that follows; a repeat with the same id answers the same merge.
 */
export const mergeElders =
  (room: Room): Handler<typeof registry.mergeElders> =>
  async (actor, { id, winnerId, loserId, winnerVersion, loserVersion, choose: chosen, why, dry }, call) => {
    if (winnerId === loserId) throw badField('loserId', mergeWords.samePair);
    const { elders, merges, streets, accounts, batch, now } = room;
    const { streetId } = actor;
    const scope = scopeOf(actor);
    const choose = chosen as Choose;
    const known = dry ? null : await merges.byId(wholeStreet(streetId), id);
    if (known) {
      if (known.winnerId !== winnerId || known.loserId !== loserId || known.by !== actor.accountId)
        throw new Refusal('id_taken');
      if (known.state === 'merging') await runMerge(room, known);
      return { merge: await showMerge(room, actor, (await merges.byId(scope, id))!), result: [], moves: [] };
    }
    const [winner, loser] = await Promise.all([elders.byId(scope, winnerId), elders.byId(scope, loserId)]);
    if (!winner || !loser) throw new Refusal('elder_not_found');
    checkPair(winner, loser);
    if (winner.version !== winnerVersion || loser.version !== loserVersion) throw new Refusal('elder_changed');
    const at = now();
    const facts = checkFacts(mergeFacts(winner.facts, loser.facts, choose), dayOf(at), 'choose');
    const street = await streets.street(streetId);
    const names = await namesFor(accounts, street, [winner.facts.responsibleId, loser.facts.responsibleId]);
    const result = presentResult(facts, winner.facts, choose, names);
    const moves = presentMoved(await pointingTo(room, streetId, loserId), room.pointers);
    if (dry) return { merge: null, result, moves };

    const labels = changedFields(winner.facts, facts).map((field) => fieldRow(field).label);
    call.about({ elderIds: [winnerId, loserId], what: labels.join('、'), reason: why });
    const images = await batch.images(streetId, [winnerId, loserId]);
    const [before, closing] = [images.get(winnerId), images.get(loserId)];
    if (before?.version !== winnerVersion || closing?.version !== loserVersion) throw new Refusal('elder_changed');
    const communityIds = [...new Set([winner, loser].map(({ facts: { address } }) => address.communityId))];
    const record = { id, streetId, winnerId, loserId, communityIds, by: actor.accountId, at, choose, why };
    const versions = { winnerVersion, loserVersion, before: { winner: before.bytes, loser: closing.bytes } };
    if (!(await merges.add({ ...record, ...versions }))) throw new Refusal('id_taken');
    const begun = await merges.byId(wholeStreet(streetId), id);
    if (!begun || !(await runMerge(room, begun))) throw new Refusal('elder_changed');
    await room.twins.forget(streetId, loserId);
    return { merge: await showMerge(room, actor, (await merges.byId(wholeStreet(streetId), id))!), result, moves };
  };
