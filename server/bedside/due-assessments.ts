import { sayLevel } from '@wubian/shared/bedside/ability.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { addMonths, eventsThatAsk, reassessMonths } from '@wubian/shared/bedside/reassessment.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import type { ElderByAbility } from '../registry/door.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { DayPlace } from './risk-event.store.ts';
import type { Room } from './room.ts';
import { type Standing, standingsOf } from './standing.ts';

type Row = Output<typeof bedside.dueAssessments>['items'][number];
/** The list has two parts: those whom an event put there, then those by the day of their last result. */
type Part = 'event' | 'age';
interface Found {
  row: Row;
  part: Part;
  place: DayPlace;
}

const lastWords = ({ effective }: Standing): string =>
  effective ? `${effective.day} ${sayLevel(effective.standard, effective.level)}` : '';
const rowOf = ({ id, name, communityName }: ElderByAbility, standing: Standing): Row => ({
  ...{ elderId: id, name, communityName },
  lastWords: lastWords(standing),
  due: standing.due,
});
const isAsked = ({ events, effective }: Standing): boolean => eventsThatAsk(events, effective?.day ?? null).length > 0;

/** One batch of a part from the place on; `end` when there are no more. */
type ReadBatch = (
  room: Room,
  actor: Actor,
  limit: number,
  after?: DayPlace,
) => Promise<{ found: Found[]; last: DayPlace | undefined; end: boolean }>;

/** Those due by an event, oldest event first. */
const byEvent: ReadBatch = async (room, actor, limit, after) => {
  const asking = await room.events.asking(actor.streetId, limit, after);
  const ids = asking.map(({ elderId }) => elderId);
  const [elders, standings] = await Promise.all([
    room.registry.eldersByAbility(actor, { ids }),
    standingsOf(room, actor.streetId, ids),
  ]);
  const known = new Map(elders.map((elder) => [elder.id, elder]));
  const found = asking.flatMap((place): Found[] => {
    const [elder, standing] = [known.get(place.elderId), standings.get(place.elderId)];
    return elder && standing && isAsked(standing) ? [{ row: rowOf(elder, standing), part: 'event', place }] : [];
  });
  return { found, last: asking.at(-1), end: asking.length < limit };
};

/** Those never assessed, then those whose result has grown old. */
const byAge: ReadBatch = async (room, actor, limit, after) => {
  // A few days more than a year: months differ in length, and the rule itself decides below.
  const until = addDays(addMonths(dayOf(room.now()), -reassessMonths), 3);
  const place = after && { on: after.day || null, id: after.id };
  const elders = await room.registry.eldersByAbility(actor, { until, after: place, limit });
  const standings = await standingsOf(
    room,
    actor.streetId,
    elders.map(({ id }) => id),
  );
  const placeOf = ({ abilityOn, id }: ElderByAbility): DayPlace => ({ day: abilityOn ?? '', id });
  const found = elders.flatMap((elder): Found[] => {
    const standing = standings.get(elder.id)!;
    const isNew = standing.due.due && !isAsked(standing);
    return isNew ? [{ row: rowOf(elder, standing), part: 'age', place: placeOf(elder) }] : [];
  });
  const last = elders.at(-1);
  return { found, last: last && placeOf(last), end: elders.length < limit };
};

/** Whom staff of the area should assess: after events first, then the never assessed, then the longest ago. */
export const dueAssessments =
  (room: Room): Handler<typeof bedside.dueAssessments> =>
  async (actor, { limit, cursor }) => {
    const start = readCursor(cursor);
    const need = limit + 1;
    const found: Found[] = [];
    const parts: [Part, ReadBatch][] = [
      ['event', byEvent],
      ['age', byAge],
    ];
    for (const [part, read] of start?.part === 'age' ? parts.slice(1) : parts) {
      let after: DayPlace | undefined = start?.part === part ? start : undefined;
      for (let end = false; found.length < need && !end; ) {
        const batch = await read(room, actor, need, after);
        found.push(...batch.found);
        after = batch.last;
        end = batch.end;
      }
    }
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(({ row }) => row),
      next: found.length > limit && last ? writeCursor(last.part, last.place) : null,
    };
  };
