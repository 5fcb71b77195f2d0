import type { companion } from '@wubian/shared/companion/contract.ts';
import type { Handler } from '../handler.ts';
import { estateOf } from '../streets/index.ts';
import { fitFor } from './candidates.ts';
import type { Deps } from './deps.ts';
import { look } from './look.ts';
import { metresFrom, pointOf } from './near.ts';

const far = Number.POSITIVE_INFINITY;

/** Whom a worker may assign: the elder's own volunteers first, then the nearest, then the least busy. */
export const listCandidates =
  (deps: Deps): Handler<typeof companion.candidates> =>
  async (actor, { taskId }) => {
    const { task, standing } = await look(deps, actor, taskId);
    const fit = (await fitFor(deps, task, standing.now)).filter(({ accountId }) => accountId !== task.volunteerId);
    const ids = fit.map(({ accountId }) => accountId);
    const [people, busy, street] = await Promise.all([
      deps.accounts.people(ids),
      deps.lists.busy(task.streetId, ids, task.windowFrom, task.windowTo),
      deps.streets.street(task.streetId),
    ]);
    const estate = estateOf(street, task.estateId)?.estate ?? { point: null };
    const items = fit
      .map(({ accountId, profile }) => ({
        accountId,
        name: people.get(accountId)?.name || '未留姓名',
        ownElder: profile?.ownElderIds.includes(task.elderId) ?? false,
        metres: metresFrom(pointOf(street, profile?.estateId ?? null), estate),
        busy: busy.get(accountId) ?? 0,
      }))
      .sort(
        (a, b) =>
          Number(b.ownElder) - Number(a.ownElder) ||
          sooner(a.metres, b.metres) ||
          a.busy - b.busy ||
          (a.name < b.name ? -1 : 1),
      );
    return { items };
  };

/** Nearer first; a distance that is not known comes last. */
const sooner = (a: number | null, b: number | null): number => (a === b ? 0 : (a ?? far) - (b ?? far));
