import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import { addDays, dayOf, instantOf } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import { communityOf } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import type { RosterDoor } from './door.ts';
import { namesOf, staffOf } from './people.ts';

/** How far back a shift that is on now may have begun. */
const longest = 2 * 86_400_000;

/**
 * Who is on duty in a community today, for anybody. The number is that of the post or the community; a person's own
 * only if she lets residents see it.
 */
export const showToday =
  (deps: Deps, door: RosterDoor): Handler<typeof rosterEndpoints.dutyToday> =>
  async (_, { communityId }) => {
    const street = (await deps.streets.all()).find((one) => communityOf(one, communityId));
    if (!street) throw new Refusal('area_unknown');
    const community = communityOf(street, communityId)!;
    const now = deps.clock();
    const day = dayOf(now);
    const [start, end] = [new Date(now.getTime() - longest), instantOf(addDays(day, 1))];
    // Up to two days on, so that the end of a night that goes on until tomorrow is known.
    const until = new Date(end.getTime() + longest);
    const [{ roster, posts }, staff, onDuty] = await Promise.all([
      deps.readRoster.between(street.id, start, until),
      staffOf(deps, street.id),
      door.onDuty(street.id, communityId, now),
    ]);
    const spans = dutySpans(roster, start.getTime(), until.getTime()).filter(
      (span) => span.communityId === communityId && staff.roleIn(span.accountId, communityId) !== null,
    );
    const ids = [...spans, ...onDuty].map(({ accountId }) => accountId);
    const [nameOf, people, showing] = await Promise.all([
      namesOf(deps, ids),
      deps.accounts.people(ids),
      deps.records.showing(street.id, ids),
    ]);
    const phoneOf = (accountId: string, postId?: string): string => {
      const own = showing.has(accountId) ? people.get(accountId)?.phone : null;
      return own ?? posts.find(({ _id }) => _id === postId)?.phone ?? community.phone;
    };
    return {
      day,
      communityName: community.name,
      communityPhone: community.phone,
      now: onDuty.map(({ accountId, name, via }) => {
        const span = spans.find((one) => one.accountId === accountId && one.from <= +now && +now < one.to);
        return {
          name,
          from: via === 'leader' || !span ? null : new Date(span.from).toISOString(),
          to: via === 'leader' || !span ? null : new Date(span.to).toISOString(),
          phone: phoneOf(accountId, span?.postId),
          standsIn: via === 'leader',
        };
      }),
      later: spans
        .filter(({ from }) => from > now.getTime() && from < end.getTime())
        .sort((a, b) => a.from - b.from)
        .map((span) => ({
          name: nameOf(span.accountId),
          from: new Date(span.from).toISOString(),
          to: new Date(span.to).toISOString(),
          phone: phoneOf(span.accountId, span.postId),
        })),
    };
  };
