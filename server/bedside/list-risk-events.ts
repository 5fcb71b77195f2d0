import type { bedside } from '@wubian/shared/bedside/contract.ts';
import type { Handler } from '../handler.ts';
import { namesOf, presentEvent } from './assessment.presenter.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { needElder } from './need-elder.ts';
import type { Room } from './room.ts';

/** What befell one elder, newest by day first. */
export const listRiskEvents =
  (room: Room): Handler<typeof bedside.listRiskEvents> =>
  async (actor, { elderId, limit, cursor }) => {
    const after = readCursor(cursor);
    await needElder(room, actor, elderId);
    const found = await room.events.page(actor.streetId, elderId, limit + 1, after);
    const rows = found.slice(0, limit);
    const names = await namesOf(
      room,
      rows.map(({ by }) => by),
    );
    return {
      items: rows.map((row) => presentEvent(row, names)),
      next: found.length > limit ? writeCursor('', rows.at(-1)!) : null,
    };
  };
