import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import type { StoredChange } from './elder.store.ts';
import { namesFor } from './elder-names.ts';
import type { StoredMerge } from './merge.store.ts';
import { showMerge } from './merge-elders.ts';
import { mergeWords } from './merge-words.ts';
import type { MergeRoom as Room } from './merging.ts';
import { runMerge } from './run-merge.ts';
import { scopeOf, wholeStreet } from './scope.ts';

interface Standing {
  refusal: 'merge_moved_on' | 'merge_undo_blocked' | 'id_number_held' | null;
  unless: string;
  /** What was written into the winner since, newest first. */
  later: StoredChange[];
}

/** Whether a merge can be undone now, and what was changed since. */
async function standingOf({ elders, merges, mergeFiles }: Room, merge: StoredMerge): Promise<Standing> {
  const { id, streetId, winnerId, loserId, state } = merge;
  if (state !== 'merged') {
    const unless = state === 'undone' ? mergeWords.alreadyUndone : mergeWords.notYet;
    return { refusal: 'merge_moved_on', unless, later: [] };
  }
  const scope = wholeStreet(streetId);
  const [winner, history, images] = await Promise.all([
    elders.byId(scope, winnerId),
    elders.history(scope, winnerId),
    merges.images(streetId, id),
  ]);
  const merged = history.find(({ cause }) => cause === id);
  const later = history.filter(({ version }) => merged !== undefined && version > merged.version);
  if (!winner || winner.status === 'merged' || winner.merging)
    return { refusal: 'merge_undo_blocked', unless: mergeWords.blockedByNext, later };
  const { idNumber } = mergeFiles.opened(images.loser).facts;
  const holder = idNumber && (await mergeFiles.holderOf(streetId, idNumber));
  const typedLater = later.some(({ fields }) => fields.includes('idNumber'));
  const taken =
    holder && holder !== loserId && (holder !== winnerId || typedLater || !merged?.fields.includes('idNumber'));
  return taken
    ? { refusal: 'id_number_held', unless: mergeWords.blockedByNumber, later }
    : { refusal: null, unless: '', later };
}

async function mergeInReach(room: Room, actor: Actor, id: string): Promise<StoredMerge> {
  const merge = await room.merges.byId(scopeOf(actor), id);
  if (!merge) throw new Refusal('merge_not_found');
  return merge;
}

/** One merge, and what an undo would meet. */
export const readMerge =
  (room: Room): Handler<typeof registry.readMerge> =>
  async (actor, { mergeId }) => {
    const merge = await mergeInReach(room, actor, mergeId);
    const { unless, later } = await standingOf(room, merge);
    const street = await room.streets.street(actor.streetId);
    const names = await namesFor(
      room.accounts,
      street,
      later.map(({ by }) => by),
    );
    return {
      merge: await showMerge(room, actor, merge),
      canUndo: unless === '',
      unless,
      later: later.flatMap(({ at, by, why, fields }) =>
        fields.length
          ? [
              {
                at: at.toISOString(),
                byName: names.person(by),
                why,
                labels: fields.map((one: FieldName) => fieldRow(one).label),
              },
            ]
          : [],
      ),
    };
  };

/** Puts both files back, with everything that was moved; what was written since stays. A repeat answers the same. */
export const undoMerge =
  (room: Room): Handler<typeof registry.undoMerge> =>
  async (actor, { mergeId, why }, call) => {
    const { merges, now } = room;
    const merge = await mergeInReach(room, actor, mergeId);
    call.about({ elderIds: [merge.winnerId, merge.loserId], reason: why });
    const isOwnRepeat = merge.undone?.by === actor.accountId && merge.undone.why === why;
    if (!isOwnRepeat) {
      const { refusal } = await standingOf(room, merge);
      if (refusal) throw new Refusal(refusal);
      const begun = await merges.beginUndo(actor.streetId, mergeId, { by: actor.accountId, at: now(), why });
      if (!begun) throw new Refusal('merge_moved_on');
    }
    const undoing = (await merges.byId(wholeStreet(actor.streetId), mergeId))!;
    if (undoing.state === 'undoing') await runMerge(room, undoing);
    return showMerge(room, actor, (await merges.byId(wholeStreet(actor.streetId), mergeId))!);
  };
