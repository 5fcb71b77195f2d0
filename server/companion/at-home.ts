import { Refusal } from '@wubian/shared/refusals.ts';
import { isAtHome, isAway } from '@wubian/shared/registry/life.ts';
import { instantOf } from '@wubian/shared/time.ts';
import type { LifeNow } from '../registry/door.ts';

/** How a life stands, as far as visits depend on it. */
export type Whereabouts = Pick<LifeNow, 'status' | 'until'>;

/** Whether nobody would be at home for a visit that begins then: from the day of an expected return on somebody is. */
export const isOutAt = ({ status, until }: Whereabouts, windowFrom: Date): boolean =>
  !isAtHome(status) && !(isAway(status) && until !== null && windowFrom >= instantOf(until));

/** Refuses a visit at which nobody would be at home. */
export function needAtHome(life: Whereabouts, windowFrom: Date): void {
  if (isOutAt(life, windowFrom)) throw new Refusal(isAway(life.status) ? 'elder_away' : 'elder_closed');
}
