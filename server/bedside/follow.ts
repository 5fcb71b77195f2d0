import { eventsThatAsk } from '@wubian/shared/bedside/reassessment.ts';
import { effectiveOf, type StoredAssessment } from './assessment.store.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

/** How many one round of the job takes, so that it stays short. */
const batch = 100;

/** Who changed the results last: her name stands in the file's history. */
const lastHand = (unfollowed: readonly StoredAssessment[]): string =>
  unfollowed
    .map(({ at, by, voided }) => voided ?? { at, by })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1)!.by;

/**
 * Tells the elder's file the result that counts, until what was told is what counts: of two who write at once, the
 * one whose telling comes last looks again after it.
 */
async function tellFile({ assessments, registry }: Room, streetId: string, elderId: string): Promise<void> {
  let results = await assessments.ofElder(streetId, elderId);
  for (;;) {
    const unfollowed = results.filter(({ followed }) => !followed);
    if (unfollowed.length === 0) return;
    const told = effectiveOf(results);
    await registry.noteAbility(
      streetId,
      elderId,
      { level: told?.level ?? null, on: told?.day ?? null },
      { accountId: lastHand(unfollowed), why: told ? words.noted(told.day) : words.notedNone },
    );
    results = await assessments.ofElder(streetId, elderId);
    if (effectiveOf(results)?.id === told?.id) {
      await assessments.setFollowed(unfollowed);
      return;
    }
  }
}

/** Marks the first event since the last assessment that asks for another. */
async function markAsking({ assessments, events }: Room, streetId: string, elderId: string): Promise<void> {
  const [results, befell] = await Promise.all([
    assessments.ofElder(streetId, elderId),
    events.ofElders(streetId, [elderId]),
  ]);
  const asking = eventsThatAsk(befell, effectiveOf(results)?.day ?? null).at(-1);
  await events.setAsking(befell, asking?.id ?? null);
}

/** Brings about what follows from an elder's results and events. Safe to repeat and to run twice at once. */
async function followElder(room: Room, streetId: string, elderId: string): Promise<void> {
  // The mark first: the results stay unfollowed until both are done.
  await markAsking(room, streetId, elderId);
  await tellFile(room, streetId, elderId);
}

/** As `followElder`, right after a write: the write stands whatever happens here, and the job follows it later. */
export async function followNow(room: Room, streetId: string, elderId: string): Promise<void> {
  try {
    await followElder(room, streetId, elderId);
  } catch (err) {
    room.log.error({ err, elderId }, 'effects of an assessment are left to the job');
  }
}

/** Brings about what a crash left undone; answers how many elders were seen to. */
export const followLeftovers = (room: Room) => async (): Promise<number> => {
  const left = [...(await room.assessments.toFollow(batch)), ...(await room.events.toFollow(batch))];
  const elders = new Map(left.map((one) => [one.elderId, one]));
  // One whose file cannot be told now must not keep the others waiting.
  for (const { streetId, elderId } of elders.values()) await followNow(room, streetId, elderId);
  return elders.size;
};
