import { figuresOf, monthSpan, type Told } from '@wubian/shared/response/statistics.ts';
import type { statisticsEndpoints } from '@wubian/shared/response/statistics-contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Clock } from '../../clock.ts';
import type { Handler } from '../../handler.ts';
import type { Streets } from '../../streets/index.ts';
import type { ToldStore } from './told.store.ts';

interface StatisticsParts {
  told: ToldStore;
  streets: Pick<Streets, 'street'>;
  clock: Clock;
}

/**
 * A month in figures, for the communities that the actor answers for. What is done after the month is settled (the
 * 10th of the next) no longer counts, so that a report once handed in stays true.
 */
export const incidentStatistics =
  ({ told, streets, clock }: StatisticsParts): Handler<typeof statisticsEndpoints.incidentStatistics> =>
  async ({ streetId, role, communityIds }, { month }) => {
    const { from, to, settled } = monthSpan(month);
    const now = clock();
    // Before it is settled: with what was done in this very moment.
    const until = Math.min(now.getTime() + 1, settled.getTime());
    const area = roles[role].scope === 'street' ? undefined : communityIds;
    const street = await streets.street(streetId);
    const mine = street.communities.filter(({ id }) => !area || area.includes(id));
    const byCommunity = new Map<string, Told[]>(mine.map(({ id }) => [id, []]));
    const all: Told[] = [];
    for await (const one of told.between(streetId, area, from, to)) {
      all.push(one.told);
      byCommunity.get(one.communityId)?.push(one.told);
    }
    return {
      ...{ month, until: new Date(until).toISOString(), settled: now >= settled, settledFrom: settled.toISOString() },
      total: figuresOf(all, until),
      communities: mine.map(({ id, name }) => ({
        ...{ communityId: id, name, figures: figuresOf(byCommunity.get(id)!, until) },
      })),
    };
  };
