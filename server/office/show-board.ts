import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { office } from '@wubian/shared/office/contract.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';

const hour = 3_600_000;

/** Counts what waits in each community from the tasks themselves; nobody fills a form for it. */
export const showBoard =
  ({ companion, registry, accounts, streets, clock }: OfficeDeps): Handler<typeof office.board> =>
  async ({ streetId }) => {
    const now = clock();
    const [street, figures, elders, volunteers] = await Promise.all([
      streets.street(streetId),
      companion.figures(streetId, now),
      registry.countByCommunity(streetId),
      accounts.holders(streetId, ['volunteer']),
    ]);
    const of = new Map(figures.map((row) => [row.communityId, row]));
    return {
      at: now.toISOString(),
      communities: street.communities.map(({ id, name }) => {
        const row = of.get(id);
        const count = (status: TaskStatus): number => row?.byStatus[status] ?? 0;
        return {
          communityId: id,
          name,
          elders: elders.get(id) ?? 0,
          asked: count('asked'),
          open: count('open'),
          claimed: count('claimed'),
          inService: count('inService'),
          done: count('done'),
          objected: count('objected'),
          longestWaitHours: row?.waitingSince ? Math.floor((now.getTime() - row.waitingSince.getTime()) / hour) : null,
          confirmed30d: row?.confirmed30d ?? 0,
          expired30d: row?.expired30d ?? 0,
          minutes30d: row?.minutes30d ?? 0,
          volunteers: volunteers.filter(({ communityIds }) => communityIds.includes(id)).length,
        };
      }),
    };
  };
