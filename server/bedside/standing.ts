import { type DueState, dueState } from '@wubian/shared/bedside/reassessment.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { effectiveOf, type StoredAssessment } from './assessment.store.ts';
import type { StoredRiskEvent } from './risk-event.store.ts';
import type { Room } from './room.ts';

/** Where an elder stands: her results and events, newest first, what counts, and whether she is due. */
export interface Standing {
  results: StoredAssessment[];
  events: StoredRiskEvent[];
  effective: StoredAssessment | null;
  due: DueState;
}

/** Of several elders at once; everyone asked for is in the answer. */
export async function standingsOf(
  { assessments, events, now }: Room,
  streetId: string,
  elderIds: readonly string[],
): Promise<Map<string, Standing>> {
  const [results, befell] = await Promise.all([
    assessments.ofElders(streetId, elderIds),
    events.ofElders(streetId, elderIds),
  ]);
  const today = dayOf(now());
  return new Map(
    elderIds.map((elderId) => {
      const hers = results.filter((result) => result.elderId === elderId);
      const herEvents = befell.filter((event) => event.elderId === elderId);
      const effective = effectiveOf(hers);
      const due = dueState({ lastDay: effective?.day ?? null, events: herEvents }, today);
      return [elderId, { results: hers, events: herEvents, effective, due }];
    }),
  );
}

export const standingOf = async (room: Room, streetId: string, elderId: string): Promise<Standing> =>
  (await standingsOf(room, streetId, [elderId])).get(elderId)!;
