import { roles } from '@wubian/shared/roles.ts';
import type { NoticeToTell } from '../notices/door.ts';
import type { StoredGlass } from './glass.store.ts';
import { readersOf } from './glass-readers.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { glassWords } from './privacy-words.ts';
import { wholeStreet } from './scope.ts';
import { words } from './words.ts';

/** The beginning of the ids of all notices about one use. */
export const glassNotices = (glassId: string): string => `glass:${glassId}:`;

/** Tells those who answer for the community and the street at once, and her and her family; safe to repeat. */
export async function tellGlass(room: PrivacyRoom, glass: StoredGlass): Promise<void> {
  const { id, streetId, at, by, elderIds } = glass;
  const people = await room.accounts.people([by]);
  const who = `${roles[glass.role].label}${people.get(by)?.name || words.someone}`;
  const notices: NoticeToTell[] = [];
  for (const elderId of elderIds) {
    const elder = await room.elders.byId(wholeStreet(streetId), elderId);
    if (!elder) continue;
    for (const { accountId, role, side } of await readersOf(room, elder)) {
      if (accountId === by) continue;
      const said = glassWords[side]({ who, elder: elder.facts.name });
      notices.push({
        ...{ id: `${glassNotices(id)}${elderId}:${accountId}:${role}`, streetId, accountId, role, at, ...said },
        ...{ urgent: side === 'staff', taskId: null, grantId: null },
      });
    }
  }
  await room.notices.tell(notices);
  await room.glass.setTold(id);
}

/** For the jobs: tells what a crash has kept; answers how many uses. */
export const followGlass = (room: PrivacyRoom) => async (): Promise<number> => {
  const due = await room.glass.toTell(100);
  for (const glass of due) await tellGlass(room, glass);
  return due.length;
};
