import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { namesOf, presentEvent } from './assessment.presenter.ts';
import { followNow } from './follow.ts';
import { needElder, needPast } from './need-elder.ts';
import type { Room } from './room.ts';
import { standingOf } from './standing.ts';
import { words as roomWords } from './words.ts';

/** Writes down what befell her, and answers whether she should be assessed again. */
export const addRiskEvent =
  (room: Room): Handler<typeof bedside.addRiskEvent> =>
  async (actor, input, call) => {
    const { elderId, id, kind, day, words } = input;
    const { streetId, accountId: by } = actor;
    const { events, now } = room;
    await needElder(room, actor, elderId);
    needPast(room, day);
    call.about({ elderIds: [elderId], what: roomWords.addedEvent });
    const print = events.printOf({ input, by });
    const isNew = await events.add({ id, streetId, elderId, kind, day, words, by, at: now() }, print);
    const stored = await events.byId(streetId, id);
    if (stored?.print !== print) throw new Refusal('id_taken');
    if (isNew) await followNow(room, streetId, elderId);
    const { due } = await standingOf(room, streetId, elderId);
    return { event: presentEvent(stored, await namesOf(room, [by])), due };
  };
