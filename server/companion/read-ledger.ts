import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';

/** A volunteer's own minutes: every line, and the ground that it rests on. */
export const readLedger =
  (deps: Deps): Handler<typeof companion.ledger> =>
  async ({ streetId, accountId }, { limit, cursor }) => {
    const [lines, totals] = await Promise.all([
      deps.ledger.of(streetId, accountId, limit + 1, readPlace(cursor, true)),
      deps.ledger.totals(streetId, [accountId]),
    ]);
    const { items, next } = pageOf(lines, limit, ({ at, _id }) => ({ at, id: _id }));
    return {
      items: items.map((line) => ({
        id: line._id,
        taskId: line.taskId,
        kind: line.kind,
        kindLabel: line.kindLabel,
        elderMasked: line.elderMasked,
        minutes: line.minutes,
        startedAt: line.startedAt.toISOString(),
        finishedAt: line.finishedAt.toISOString(),
        ground: line.ground,
        groundLabel: line.groundLabel,
        at: line.at.toISOString(),
      })),
      next,
      totalMinutes: totals.get(accountId) ?? 0,
    };
  };
