import { dayOf } from '@wubian/shared/time.ts';
import type { HeldRole } from '../accounts/door.ts';
import type { Deps } from './deps.ts';
import type { StoredTask } from './stored-task.ts';
import { type Profile, validOn } from './volunteer.store.ts';

export interface FitVolunteer {
  accountId: string;
  profile: Profile | null;
}

/** Volunteers of the task's community who are trained for it and are not of the elder's own family. */
export async function fitFor(deps: Deps, task: StoredTask, now: Date): Promise<FitVolunteer[]> {
  const { streetId, elderId } = task;
  const [holders, family, residents] = await Promise.all([
    deps.accounts.holders(streetId, ['volunteer'], task.communityId),
    deps.registry.familyOf(streetId, elderId, 'see'),
    deps.accounts.residentsOf(streetId, elderId),
  ]);
  const kin = new Set([...family, ...residents].map(({ accountId }) => accountId));
  const ids = [...new Set(holders.map(({ accountId }: HeldRole) => accountId))].filter((id) => !kin.has(id));
  const profiles = await deps.volunteers.profiles(streetId, ids);
  const day = dayOf(now);
  return ids
    .map((accountId) => ({ accountId, profile: profiles.get(accountId) ?? null }))
    .filter(({ profile }) => {
      const valid = profile ? validOn(day, profile) : [];
      return task.needs.every((need) => valid.includes(need));
    });
}
