import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import { roles } from '@wubian/shared/roles.ts';
import { addDays, instantOf } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import { nameOf as dayName, kindOf, yearNote } from './calendar.ts';
import type { Deps } from './deps.ts';
import { holesOf, presentHole } from './find-holes.ts';
import { namesOf, staffOf } from './people.ts';
import { namedIn, presentChange, presentPost, presentSpan } from './present.ts';
import { communitiesOf, plansFor } from './scope.ts';

/** The places that are looked at: communities, and the duty leader unless one community was asked for. */
const placesOf = (communityIds: readonly string[], wanted: string | undefined): (string | null)[] =>
  wanted === undefined ? [...communityIds, null] : [...communityIds];

/** Posts, spans, changes and holes of some days. */
export const showRoster =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyRoster> =>
  async (actor, { communityId, from, days }) => {
    const { streetId } = actor;
    const now = deps.clock();
    const street = await deps.streets.street(streetId);
    const places = placesOf(communitiesOf(actor, street, communityId), communityId);
    const [start, end] = [instantOf(from), instantOf(addDays(from, days))];
    const [read, staff] = await Promise.all([deps.readRoster.between(streetId, start, end), staffOf(deps, streetId)]);
    const posts = read.posts.filter((post) => places.includes(post.communityId));
    const ids = new Set(posts.map(({ _id }) => _id));
    const spans = dutySpans(read.roster, start.getTime(), end.getTime()).filter(({ postId }) => ids.has(postId));
    const changes = read.changes.filter(({ postId }) => ids.has(postId));
    const planned = places.filter((place) => posts.some((post) => post.communityId === place && post.plans.length));
    const holes = await holesOf(deps, streetId, read.roster, {
      places: planned,
      from: start < now ? now : start,
      to: end < now ? now : end,
    });
    const nameOf = await namesOf(deps, [
      ...spans.map(({ accountId }) => accountId),
      ...changes.flatMap(namedIn),
      ...holes.flatMap(({ accountIds }) => accountIds),
      ...staff.ids,
    ]);
    const lastDay = addDays(from, days - 1);
    return {
      posts: posts.map((post) => presentPost(post, plansFor(actor, post.communityId), now)),
      spans: spans.map((span) => presentSpan(span, nameOf)),
      holes: holes.map((hole) => presentHole(hole, street, nameOf)),
      changes: changes.map((change) => {
        const place = posts.find(({ _id }) => _id === change.postId)?.communityId ?? null;
        return presentChange(change, nameOf, plansFor(actor, place), now);
      }),
      days: Array.from({ length: days }, (_, n) => addDays(from, n)).map((day) => ({
        ...{ day, kind: kindOf(day), name: dayName(day) },
      })),
      yearNote: yearNote(from, lastDay),
      people: staff.ids
        .map((accountId) => ({ accountId, held: staff.rolesOf(accountId) }))
        .filter(({ accountId }) => places.some((place) => staff.roleIn(accountId, place)))
        .map(({ accountId, held }) => ({
          ...{ accountId, name: nameOf(accountId), role: roles[held[0]!.role].label },
          communityIds: held.some(({ role }) => role === 'streetOffice')
            ? null
            : [...new Set(held.flatMap(({ communityIds }) => communityIds))],
        })),
    };
  };
