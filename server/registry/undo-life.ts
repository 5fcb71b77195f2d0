import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { lifeActLabel } from '@wubian/shared/registry/life.ts';
import { replayLife } from '@wubian/shared/registry/life-replay.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { idOf } from './derived-id.ts';
import type { StoredLife } from './life.store.ts';
import { lifeWords } from './life-words.ts';
import { showElder } from './read-elder.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { mayConfirmUndo } from './undo.policy.ts';
import { writeLife } from './write-life.ts';

/** The move that may be taken back now: the last one, while the file stands as its life has left it. */
export function undoableMove({ status, entries }: StoredLife): string | null {
  const state = replayLife(entries);
  return state.status === status ? state.moveId : null;
}

const labelOfMove = ({ entries }: StoredLife, moveId: string): string => {
  const entry = entries.find(({ id }) => id === moveId);
  return entry ? lifeActLabel(entry.act) : '';
};

/** Somebody says that the last move was a mistake; nothing changes until a second person agrees. */
export const askUndo =
  (room: Room): Handler<typeof registry.askUndo> =>
  async (actor, { elderId, moveId, why }, call) => {
    const by = actor.accountId;
    await writeLife(room, scopeOf(actor), elderId, (life) => {
      call.about({ elderIds: [elderId], what: `申请撤销${labelOfMove(life, moveId)}`, reason: why });
      if (life.undoAsked?.moveId === moveId && life.undoAsked.by === by) return null;
      if (life.undoAsked || undoableMove(life) !== moveId) throw new Refusal('life_moved_on');
      const at = room.now();
      const asked = life.entries.filter(({ act }) => act === 'askUndo').length;
      const entry = { id: idOf('ask undo', moveId, String(asked)), act: 'askUndo' as const, on: dayOf(at), by, why };
      return { entry, undo: { moveId, by, at, why } };
    });
    return showElder(room, actor, elderId);
  };

/** A second person takes the last move back, or lets it stand; who asked may only withdraw. */
export const answerUndo =
  (room: Room): Handler<typeof registry.answerUndo> =>
  async (actor, { elderId, moveId, answer, words }, call) => {
    const by = actor.accountId;
    const act = answer === 'confirm' ? ('undo' as const) : ('refuseUndo' as const);
    await writeLife(room, scopeOf(actor), elderId, async (life) => {
      call.about({ elderIds: [elderId], what: `${lifeActLabel(act)}：${labelOfMove(life, moveId)}`, reason: words });
      const asked = life.undoAsked;
      if (asked?.moveId !== moveId) {
        if (life.entries.some((entry) => entry.act === act && entry.undoes === moveId && entry.by === by)) return null;
        throw new Refusal('life_moved_on');
      }
      if (act === 'refuseUndo' && words === '') throw badField('words', lifeWords.noUndoWords);
      if (act === 'undo' && !(await mayConfirmUndo(room, life, by))) throw new Refusal('second_person_needed');
      const times = life.entries.filter((entry) => entry.undoes === moveId).length;
      const entry = {
        id: idOf(act, moveId, String(times)),
        act,
        on: dayOf(room.now()),
        by,
        why: words,
        undoes: moveId,
      };
      return { entry };
    });
    return showElder(room, actor, elderId);
  };
