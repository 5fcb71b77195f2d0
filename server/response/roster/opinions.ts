import { createHash } from 'node:crypto';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import type { OpinionGrade } from '@wubian/shared/response/roster/labels.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import { communityOf } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import type { RosterDoor } from './door.ts';
import { namesOf } from './people.ts';
import { communitiesOf } from './scope.ts';
import { daysOfMonth } from './show-figures.ts';

/** A resident's opinion on today's duty in her community, once a day. */
export const rateDuty =
  (deps: Deps, door: RosterDoor): Handler<typeof rosterEndpoints.rateDuty> =>
  async (actor, { grade, words }, call) => {
    const { streetId, elderId } = actor;
    const elder = elderId && (await deps.registry.elder(streetId, elderId));
    if (!elder) throw new Refusal('elder_not_found');
    const at = deps.clock();
    const day = dayOf(at);
    const { communityId, id } = elder;
    const onDuty = (await door.onDuty(streetId, communityId, at)).map(({ accountId }) => accountId);
    const opinion = { streetId, communityId, elderId: id, day, grade, words, onDuty, at };
    if (!(await deps.records.rate({ _id: `${id}:${day}`, ...opinion }))) throw new Refusal('duty_rated');
    call.about({ elderIds: [id], what: '对当班提意见' });
    return { done: true };
  };

/** An id that does not tell of whom the opinion is. */
const veiled = (id: string): string => createHash('sha256').update(`opinion:${id}`).digest('hex').slice(0, 24);

/** What residents said in a month; without names of residents. */
export const listOpinions =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyOpinions> =>
  async (actor, { month, communityId }) => {
    const street = await deps.streets.street(actor.streetId);
    const { from, to } = daysOfMonth(month);
    const where = communitiesOf(actor, street, communityId);
    const found = await deps.records.opinions(actor.streetId, where, from, addDays(to, -1));
    const nameOf = await namesOf(
      deps,
      found.flatMap(({ onDuty }) => onDuty),
    );
    const counts: Record<OpinionGrade, number> = { good: 0, fair: 0, bad: 0 };
    for (const { grade } of found) counts[grade]++;
    return {
      counts,
      items: found.map(({ _id, day, grade, words, onDuty, communityId: place }) => ({
        ...{
          id: veiled(_id),
          day,
          grade,
          words,
          onDuty: onDuty.map(nameOf),
          communityName: communityOf(street, place)?.name ?? '',
        },
      })),
    };
  };
