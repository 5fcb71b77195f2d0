import { standards } from '@wubian/shared/bedside/ability.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import type { Handler } from '../handler.ts';
import { needElder, needPast } from './need-elder.ts';
import type { Room } from './room.ts';
import { storeResult } from './store-result.ts';
import { words } from './words.ts';

/** Records a conclusion from paper: by the old standard, kept as it is, or by the present one without its 26 scores. */
export const addOldResult =
  (room: Room): Handler<typeof bedside.addOldResult> =>
  async (actor, input, call) => {
    const { elderId, id, day, result, organisation, note } = input;
    await needElder(room, actor, elderId);
    needPast(room, day);
    call.about({ elderIds: [elderId], what: words.addedOld });
    const why = result.standard === standards.old ? words.oldStandard : words.conclusionOnly;
    return storeResult(room, actor, id, input, async () => ({
      ...{ id, streetId: actor.streetId, elderId, day, ...result },
      form: 'conclusion',
      total: null,
      reason: null,
      sheet: {
        ...{ scores: null, findings: null, adjustments: [], assessors: [], informant: '' },
        ...{ words: [why], organisation, note },
      },
      by: actor.accountId,
      at: room.now(),
    }));
  };
