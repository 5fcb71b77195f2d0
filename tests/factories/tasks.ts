import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import { anId } from './elders.ts';

type Ask = Input<typeof companion.ask>;

export const hour = 3_600_000;

/** A request of help with a meal, tomorrow at this hour for two hours, unless told otherwise. */
export const aWish = (now: Date, given: Partial<Ask> & Pick<Ask, 'elderId'>): Ask => ({
  id: anId(),
  kind: 'helpMeal',
  window: {
    from: new Date(now.getTime() + 24 * hour).toISOString(),
    to: new Date(now.getTime() + 26 * hour).toISOString(),
  },
  bring: '不吃辣',
  doorNote: '二楼右手',
  ...given,
});
