import { createHash } from 'node:crypto';
import type { ShiftRule } from '@wubian/shared/response/roster/roster.ts';
import { addDays, dayOf, instantOf } from '@wubian/shared/time.ts';
import type { Connection } from 'mongoose';
import type { Clock } from '../../clock.ts';
import { createPlanStore } from './plan.store.ts';
import { rosterModels } from './roster.model.ts';

/** Who keeps a place on the demo street: account ids, in turn; the place null is the duty leader's. */
export interface DemoStaff {
  communityId: string | null;
  accountIds: readonly string[];
}

const idOf = (...of: string[]) =>
  createHash('sha256')
    .update(['demo duty', ...of].join(':'))
    .digest('hex')
    .slice(0, 24);

/** A day shift and a night shift whose turns meet, so that nobody has both; one person alone has the whole day. */
function shiftsOf(place: string, accountIds: readonly string[], since: string): ShiftRule[] {
  const turns = accountIds.map((one) => [one]);
  const rule = { days: 'every', weekdays: [], each: 'week', since } as const;
  if (turns.length < 2) return [{ id: idOf(place, 'whole'), name: '全天', from: '08:00', to: '08:00', ...rule, turns }];
  return [
    { id: idOf(place, 'day'), name: '白班', from: '08:00', to: '20:00', ...rule, turns },
    {
      id: idOf(place, 'night'),
      name: '夜班',
      from: '20:00',
      to: '08:00',
      ...rule,
      turns: [...turns.slice(1), turns[0]!],
    },
  ];
}

/** Covers every place of the demo street round the clock, as it was planned two months ago; a repeat changes nothing. */
export async function fillDemoRoster(
  { db, clock }: { db: Connection; clock: Clock },
  streetId: string,
  staff: readonly DemoStaff[],
): Promise<void> {
  rosterModels(db);
  const plans = createPlanStore(db, () => {});
  const since = addDays(dayOf(clock()), -60);
  const begun = instantOf(since);
  for (const { communityId, accountIds } of staff) {
    const place = communityId ?? 'leader';
    const _id = idOf(streetId, place);
    const name = communityId === null ? '值班领导' : '今日我当班';
    const isNew = await plans.saveDraft({ _id, streetId, communityId, name, phone: null, rev: 0, draft: null });
    const post = await plans.post(streetId, _id);
    if (!post || (!isNew && post.plans.length)) continue;
    const signed = { by: accountIds[0]!, byName: '演示', at: begun, holes: 0 };
    await plans.publish(post, [{ from: begun, shifts: shiftsOf(place, accountIds, since), ...signed }], false);
  }
}
