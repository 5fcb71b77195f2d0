import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { presentLeaves } from './leave-duty.ts';
import { placesOf, presentNotes } from './notes.ts';
import { namesOf, staffOf } from './people.ts';
import { presentSpan } from './present.ts';
import { presentSwaps } from './present-swap.ts';

const day = 86_400_000;
/** How far ahead and back one's own page looks. */
const reach = { ahead: 28 * day, swapsBack: 3 * day, notesBack: 7 * day, leavesBack: 30 * day };

/** Everything about one's own duty: shifts, swaps, leave, and notes, those to read first. */
export const showMine =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyMine> =>
  async (actor) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const ago = (ms: number) => new Date(+now - ms);
    const end = new Date(+now + reach.ahead);
    const places = await placesOf(deps, actor);
    const [{ roster, posts }, staff, swaps, leaves, notes, showing] = await Promise.all([
      deps.readRoster.between(streetId, ago(2 * day), end),
      staffOf(deps, streetId),
      deps.swaps.shown(streetId, accountId, ago(reach.swapsBack)),
      deps.leaves.ofPerson(streetId, accountId, ago(reach.leavesBack)),
      deps.notes.list(streetId, places, 20, { since: ago(reach.notesBack) }),
      deps.records.showing(streetId, [accountId]),
    ]);
    const spans = dutySpans(roster, +now - 2 * day, +end).filter(
      (span) => span.accountId === accountId && span.to > +now,
    );
    const mine = posts.filter(({ communityId }) => places.includes(communityId));
    const nameOf = await namesOf(deps, [accountId, ...staff.ids]);
    const shown = await presentSwaps(deps, streetId, accountId, swaps);
    const read = await presentNotes(deps, actor, notes);
    return {
      spans: spans.sort((a, b) => a.from - b.from).map((span) => presentSpan(span, nameOf)),
      swaps: shown.filter(
        ({ can, by, takenBy }) => can.length || [by, takenBy].some((one) => one?.accountId === accountId),
      ),
      leaves: await presentLeaves(deps, actor, leaves),
      notes: read.toSorted((a, b) => Number(b.toRead) - Number(a.toRead)),
      posts: mine.map(({ _id: id, communityId, name }) => ({ id, communityId, name })),
      mates: mine.flatMap(({ _id: postId, communityId }) =>
        staff.ids
          .filter((one) => one !== accountId && staff.roleIn(one, communityId) !== null)
          .map((one) => ({ postId, accountId: one, name: nameOf(one) })),
      ),
      showsPhone: showing.has(accountId),
    };
  };
