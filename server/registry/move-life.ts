import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { isAway, type LifeMove, lifeMoves, lifeMovesFrom } from '@wubian/shared/registry/life.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { newId } from '../store/ids.ts';
import type { StoredLife } from './life.store.ts';
import { lifeWords } from './life-words.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { writeLife } from './write-life.ts';

/** Refuses by field what cannot be so. */
export function checkMove(life: StoredLife, move: LifeMove, until: string | null, today: string): void {
  if (!lifeMovesFrom(life.status).includes(move)) throw badField('move', lifeWords.notFrom(life.status, move));
  if (until === null) return;
  if (!isAway(lifeMoves[move].to)) throw badField('until', lifeWords.noUntil);
  if (until <= today) throw badField('until', lifeWords.untilTooSoon);
}

function checkDay({ birthDate, statusSince }: StoredLife, on: string, today: string): void {
  if (on > today) throw badField('on', lifeWords.notYet);
  if (birthDate && on < birthDate) throw badField('on', lifeWords.beforeBirth);
  if (statusSince && on < statusSince) throw badField('on', lifeWords.beforeLast(statusSince));
}

/** Writes down what has become of an old person; a repeat with the same id is the same success. */
export const moveLife =
  (room: Room): Handler<typeof registry.moveLife> =>
  async (actor, { elderId, id, seen, move, on, until, why }, call) => {
    call.about({ elderIds: [elderId], what: lifeMoves[move].label, reason: why });
    const by = actor.accountId;
    await writeLife(room, scopeOf(actor), elderId, (life) => {
      const twin = life.entries.find((entry) => entry.id === id);
      if (twin) {
        if (twin.act === move && twin.by === by && twin.on === on) return null;
        throw new Refusal('id_taken');
      }
      if (life.status !== seen) throw new Refusal('life_moved_on');
      const today = dayOf(room.now());
      checkMove(life, move, until, today);
      checkDay(life, on, today);
      return { entry: { id, act: move, to: lifeMoves[move].to, on, until, by, why } };
    });
    return showElder(room, actor, elderId);
  };

/** Another day on which she is expected back, or nobody knows. */
export const changeReturn =
  (room: Room): Handler<typeof registry.changeReturn> =>
  async (actor, { elderId, until, why }, call) => {
    call.about({ elderIds: [elderId], what: '改预计回家日期', reason: why });
    await writeLife(room, scopeOf(actor), elderId, (life) => {
      if (!isAway(life.status)) throw badField('until', lifeWords.notAway);
      const today = dayOf(room.now());
      if (until !== null && until <= today) throw badField('until', lifeWords.untilTooSoon);
      if (until === life.statusUntil) return null;
      const entry = { act: 'changeReturn' as const, on: today, until, by: actor.accountId, why };
      return { entry: { ...entry, id: newId(room.now()) }, ...(life.undoAsked && { undo: life.undoAsked }) };
    });
    return showElder(room, actor, elderId);
  };
