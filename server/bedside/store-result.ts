import { Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../actor.ts';
import { handsOf, namesOf, presentResult } from './assessment.presenter.ts';
import type { NewAssessment, StoredAssessment } from './assessment.store.ts';
import { followNow } from './follow.ts';
import type { Room } from './room.ts';
import { standingOf } from './standing.ts';

/** A result with its place among the others, as this actor sees it. */
async function show(room: Room, actor: Actor, result: StoredAssessment) {
  const { effective } = await standingOf(room, actor.streetId, result.elderId);
  const names = await namesOf(room, handsOf([result]));
  return presentResult(result, { actor, names, effectiveId: effective?.id ?? null });
}

/**
 * Stores a result under the id that the phone made; `make` says what, and is asked only when it is new. A repeat of
 * the same sending answers the same. Throws `id_taken` when another result has the id.
 */
export async function storeResult(
  room: Room,
  actor: Actor,
  id: string,
  sent: unknown,
  make: () => Promise<NewAssessment>,
) {
  const { assessments } = room;
  const { streetId, accountId } = actor;
  const print = assessments.printOf({ sent, by: accountId });
  const known = await assessments.byId(streetId, id);
  const isNew = known === null && (await assessments.add(await make(), print));
  const stored = known ?? (await assessments.byId(streetId, id));
  if (stored?.print !== print) throw new Refusal('id_taken');
  if (isNew) await followNow(room, streetId, stored.elderId);
  return show(room, actor, stored);
}
