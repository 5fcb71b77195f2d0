import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { isClosedFile } from '@wubian/shared/registry/merging.ts';
import { twinReasons } from '@wubian/shared/registry/twin-reasons.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { aroundOf } from './around.ts';
import { presentRow } from './elder.presenter.ts';
import type { StoredElder } from './elder-form.ts';
import { keptSide, presentPair } from './merge.presenter.ts';
import { mergeWords } from './merge-words.ts';
import type { MergeRoom as Room } from './merging.ts';
import { scopeOf } from './scope.ts';
import { twinReasonsOf } from './twin-match.ts';

/** Both files, in reach and open; throws `elder_not_found`, `elder_closed`, or `bad_input` for one and the same. */
export async function twoFiles(
  room: Room,
  actor: Actor,
  aId: string,
  bId: string,
): Promise<[StoredElder, StoredElder]> {
  if (aId === bId) throw badField('rightId', mergeWords.samePair);
  const scope = scopeOf(actor);
  const [a, b] = await Promise.all([room.elders.byId(scope, aId), room.elders.byId(scope, bId)]);
  if (!a || !b) throw new Refusal('elder_not_found');
  if (isClosedFile(a.status) || isClosedFile(b.status)) throw new Refusal('elder_closed');
  return [a, b];
}

/** Two files side by side, field by field in words, hidden values masked. */
export const showPair =
  (room: Room): Handler<typeof registry.showPair> =>
  async (actor, { leftId, rightId }) => {
    const [left, right] = await twoFiles(room, actor, leftId, rightId);
    const { streetId } = actor;
    const workers = [left.facts.responsibleId, right.facts.responsibleId];
    const [around, rows, facts, dismissed, points] = await Promise.all([
      aroundOf(room, streetId, workers),
      room.elders.rows(scopeOf(actor), [leftId, rightId]),
      room.twins.factsOf(streetId, [leftId, rightId]),
      room.twins.isDismissed(streetId, leftId, rightId),
      Promise.all(
        room.pointers.map(async ({ label, pointing }) => {
          const [ofLeft, ofRight] = await Promise.all([pointing(streetId, leftId), pointing(streetId, rightId)]);
          return { label, left: ofLeft.length, right: ofRight.length };
        }),
      ),
    ]);
    const rowOf = (id: string) => presentRow(rows.find((row) => row.id === id)!, around);
    const [a, b] = [facts.get(leftId), facts.get(rightId)];
    return {
      left: rowOf(leftId),
      right: rowOf(rightId),
      reasons: a && b ? twinReasonsOf(a, b).map((reason) => ({ reason, label: twinReasons[reason] })) : [],
      fields: presentPair(left, right, around.names),
      points: points.filter((one) => one.left + one.right > 0),
      keep: keptSide(left, right, around.names),
      dismissed,
    };
  };
