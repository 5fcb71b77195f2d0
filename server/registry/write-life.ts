import { Refusal } from '@wubian/shared/refusals.ts';
import { replayLife } from '@wubian/shared/registry/life-replay.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { followLifeNow } from './follow-life.ts';
import type { StoredLife, StoredLifeEntry, StoredUndo } from './life.store.ts';
import type { Room } from './room.ts';
import type { Scope } from './scope.ts';

const mostTries = 5;

export interface LifeWrite {
  entry: Pick<StoredLifeEntry, 'id' | 'act' | 'on' | 'by' | 'why'> &
    Partial<Pick<StoredLifeEntry, 'to' | 'until' | 'undoes'>>;
  /** What is asked to be undone from now on; an entry ends an earlier asking unless it says otherwise. */
  undo?: StoredUndo;
}

/**
 * Makes one entry of a life from the file as it stands: `decide` says which, throws what refuses it, or answers null
 * when there is nothing (more) to write. Somebody else's edit of the file at the same moment is no reason to refuse:
 * it is read and decided anew. What follows is brought about at once, or later by the job.
 */
export async function writeLife(
  room: Room,
  scope: Scope,
  elderId: string,
  decide: (life: StoredLife) => LifeWrite | null | Promise<LifeWrite | null>,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const life = await room.life.byId(scope, elderId);
    if (!life) throw new Refusal('elder_not_found');
    const write = await decide(life);
    if (!write) return false;
    const at = room.now();
    const { status: from } = life;
    const entry = { from, to: from, until: null, undoes: null, ...write.entry, at };
    const state = replayLife([...life.entries, entry]);
    const done = { ...entry, to: state.status };
    if (await room.life.write(life, done, state, { undo: write.undo ?? null, day: dayOf(at) })) {
      await followLifeNow(room, scope, elderId);
      return true;
    }
  }
  throw new Error(`the file ${elderId} is changed again and again`);
}
