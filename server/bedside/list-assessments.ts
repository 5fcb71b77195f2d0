import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import type { Handler } from '../handler.ts';
import { handsOf, namesOf, presentResult } from './assessment.presenter.ts';
import { needElder } from './need-elder.ts';
import type { Room } from './room.ts';
import { standingOf } from './standing.ts';

/** All results of one elder, void ones too, what counts of them, and whether she is due. */
export const listAssessments =
  (room: Room): Handler<typeof bedside.listAssessments> =>
  async (actor, { elderId }) => {
    await needElder(room, actor, elderId);
    const [{ results, effective, due }, elders] = await Promise.all([
      standingOf(room, actor.streetId, elderId),
      room.registry.elderNames(actor.streetId, [elderId]),
    ]);
    const names = await namesOf(room, handsOf(results));
    return {
      elderName: elders.get(elderId) ?? '',
      items: results.map((result) => presentResult(result, { actor, names, effectiveId: effective?.id ?? null })),
      due,
      can: { add: roleMay(actor.role, 'elder.write') },
    };
  };
