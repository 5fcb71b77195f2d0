import { isAway } from '@wubian/shared/registry/life.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { idOf } from './derived-id.ts';
import { followLife } from './follow-life.ts';
import type { StoredLife } from './life.store.ts';
import { lifeWords } from './life-words.ts';
import type { Room } from './room.ts';
import { wholeStreet } from './scope.ts';
import { remindOfReturn } from './tell-life.ts';
import { writeLife } from './write-life.ts';

/** How many files one read takes. */
const batch = 100;

/** One file that fails must not hold up the others; its turn comes again. */
async function tryFor(room: Room, elderId: string, run: () => Promise<boolean>): Promise<boolean> {
  try {
    return await run();
  } catch (err) {
    room.log.error({ err, elderId }, 'the life of a file is left to the next round');
    return false;
  }
}

/** Brings about what a crash left undone after a life move; answers how many files were seen to. */
export const followLives = (room: Room) => async (): Promise<number> => {
  let seen = 0;
  for (const { id: streetId } of await room.streets.all())
    for (const file of await room.life.due(streetId, batch))
      if (await tryFor(room, file.id, () => followLife(room, file).then(() => true))) seen += 1;
  return seen;
};

/** Brings one back whose day has come; false when she was moved, or is expected on another day since. */
async function bringOneBack(room: Room, { id, streetId }: StoredLife, today: string): Promise<boolean> {
  const isBack = await writeLife(room, wholeStreet(streetId), id, (life) => {
    if (!isAway(life.status) || life.statusUntil === null || life.statusUntil > today) return null;
    const entry = { act: 'comeBack' as const, to: 'present' as const, on: life.statusUntil, by: 'rule' };
    return { entry: { ...entry, id: idOf('back', id, String(life.entries.length)), why: lifeWords.timeIsUp } };
  });
  if (isBack)
    await room.audit.append({ streetId, act: 'registry.comeBackByDay', what: lifeWords.timeIsUp, elderIds: [id] });
  return isBack;
}

/**
 * Brings those back whose day has come, whenever this runs, and reminds of those who are expected tomorrow; answers
 * how many came back.
 */
export const bringBack = (room: Room) => async (): Promise<number> => {
  let back = 0;
  const today = dayOf(room.now());
  for (const { id: streetId } of await room.streets.all()) {
    for (const file of await room.life.expectedOn(streetId, addDays(today, 1), 10 * batch))
      await tryFor(room, file.id, () => remindOfReturn(room, file, room.now()).then(() => true));
    for (let moved = batch; moved > 0; ) {
      moved = 0;
      for (const file of await room.life.expectedBy(streetId, today, batch))
        if (await tryFor(room, file.id, () => bringOneBack(room, file, today))) moved += 1;
      back += moved;
    }
  }
  return back;
};

/** Renews what lists find files by where an 80th birthday has changed it; answers how many. */
export const renewKeys =
  ({ streets, now, renewKeysOf }: Pick<Room, 'streets' | 'now' | 'renewKeysOf'>) =>
  async (): Promise<number> => {
    let renewed = 0;
    for (const { id } of await streets.all()) renewed += await renewKeysOf(id, dayOf(now()));
    return renewed;
  };
