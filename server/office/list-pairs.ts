import type { office } from '@wubian/shared/office/contract.ts';
import { badField } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { communityOf } from '../streets/index.ts';
import type { OfficeDeps } from './index.ts';

const days30 = 30 * 86_400_000;

/** Who served whom in the last 30 days, by the ledger; most minutes first. */
export const listPairs =
  ({ companion, registry, accounts, streets, clock }: OfficeDeps): Handler<typeof office.pairs> =>
  async ({ streetId }, { communityId, limit, cursor }) => {
    const skip = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(skip) || skip < 0) throw badField('cursor', '翻页位置不对，请从第一页看起');
    const since = new Date(clock().getTime() - days30);
    const found = await companion.pairs(streetId, since, { communityId, skip, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const [street, people, elders] = await Promise.all([
      streets.street(streetId),
      accounts.people(rows.map(({ volunteerId }) => volunteerId)),
      registry.elderNames(
        streetId,
        rows.map(({ elderId }) => elderId),
      ),
    ]);
    return {
      items: rows.map((row) => ({
        volunteerId: row.volunteerId,
        volunteerName: people.get(row.volunteerId)?.name ?? '已离开的志愿者',
        elderId: row.elderId,
        elderName: elders.get(row.elderId) ?? '已移出台账的老人',
        communityName: communityOf(street, row.communityId)?.name ?? '已撤并的社区',
        times: row.times,
        minutes: row.minutes,
        lastAt: row.lastAt.toISOString(),
      })),
      next: found.length > limit ? String(skip + limit) : null,
    };
  };
