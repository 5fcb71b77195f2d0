import { assess, standards } from '@wubian/shared/bedside/ability.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { riskEventsUntil, sayEvent } from '@wubian/shared/bedside/risk-events.ts';
import { badField } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { needElder, needPast } from './need-elder.ts';
import type { Room } from './room.ts';
import { storeResult } from './store-result.ts';
import { words } from './words.ts';

/** Records a whole sheet; the total, the level and the reasons are the server's, whatever the phone has shown. */
export const addAssessment =
  (room: Room): Handler<typeof bedside.addAssessment> =>
  async (actor, input, call) => {
    const { elderId, id, day, reason, scores, coma, dementia, mentalDisorder, declaredRiskEvents } = input;
    await needElder(room, actor, elderId);
    needPast(room, day);
    const { assessors, organisation, informant, note } = input;
    if (new Set(assessors).size < assessors.length) throw badField('assessors', words.sameAssessor);
    call.about({ elderIds: [elderId], what: words.added });

    return storeResult(room, actor, id, input, async () => {
      const logged = riskEventsUntil(await room.events.ofElders(actor.streetId, [elderId]), day);
      const riskEvents30d = logged.length + declaredRiskEvents;
      const findings = { coma, dementia, mentalDisorder, riskEvents30d };
      const { total, level, adjustments, words: why } = assess({ scores, ...findings });
      const counted = adjustments.includes('riskEvents')
        ? [words.countedEvents(logged.map(sayEvent).join('、'), declaredRiskEvents)]
        : [];
      return {
        ...{ id, streetId: actor.streetId, elderId, day, reason, total, level },
        standard: standards.now,
        form: 'sheet',
        sheet: {
          ...{ scores, findings, adjustments, assessors, organisation, informant, note },
          words: [...why, ...counted],
        },
        by: actor.accountId,
        at: room.now(),
      };
    });
  };
