import { sayLevel } from '@wubian/shared/bedside/ability.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { effectiveOf, type StoredAssessment } from './assessment.store.ts';
import { followNow } from './follow.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

/** What counts once this result is void. */
function sayAfter(results: readonly StoredAssessment[], { id }: StoredAssessment): string {
  const voided = { at: new Date(0), by: '', reason: '' };
  const before = effectiveOf(results.map((result) => (result.id === id ? { ...result, voided: null } : result)));
  if (before?.id !== id) return words.notInForce;
  const after = effectiveOf(results.map((result) => (result.id === id ? { ...result, voided } : result)));
  return after ? words.fallsBack(after.day, sayLevel(after.standard, after.level)) : words.nothingLeft;
}

/** Makes a result void, in two steps: `dry` only says what would follow. The result stays in the history. */
export const voidAssessment =
  (room: Room): Handler<typeof bedside.voidAssessment> =>
  async (actor, { assessmentId, reason, dry }, call) => {
    const { assessments, registry, now } = room;
    const { streetId, accountId } = actor;
    const found = await assessments.byId(streetId, assessmentId);
    const reach = found && (await registry.reach(actor, found.elderId));
    if (!found || reach?.ground !== 'staff') throw new Refusal('assessment_not_found');
    const said = sayAfter(await assessments.ofElder(streetId, found.elderId), found);
    if (dry) {
      if (found.voided) throw new Refusal('assessment_voided');
      return { done: false, words: said };
    }

    call.about({ elderIds: [found.elderId], what: words.voided });
    if (!(await assessments.makeVoid(found, { at: now(), by: accountId, reason }))) {
      const current = await assessments.byId(streetId, assessmentId);
      const isRepeat = current?.voided?.by === accountId && current.voided.reason === reason;
      if (!isRepeat) throw new Refusal('assessment_voided');
    }
    await followNow(room, streetId, found.elderId);
    return { done: true, words: said };
  };
