import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans } from '@wubian/shared/response/roster/duty.ts';
import type { Span } from '@wubian/shared/response/roster/roster.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { staffOf } from './people.ts';
import { needFit } from './plan-duty.ts';
import { presentSwaps } from './present-swap.ts';
import { needComing } from './scope.ts';
import type { StoredSwap } from './stored.ts';
import { tellHeads, tellPeople } from './tell.ts';
import { words } from './words.ts';

interface Stretch {
  streetId: string;
  from: Date;
  to: Date;
}

async function spansOf(deps: Deps, { streetId, from, to }: Stretch, accountId: string) {
  const { roster } = await deps.readRoster.between(streetId, from, to);
  const spans = dutySpans(roster, from.getTime(), to.getTime()).filter((span) => span.accountId === accountId);
  const isAway = roster.leaves.some((leave) => leave.accountId === accountId);
  return { spans, isAway };
}

/** True if the spans of one post leave no minute of the stretch out. */
const fills = (spans: readonly Span[], postId: string, { from, to }: Stretch): boolean =>
  spans
    .filter((span) => span.postId === postId)
    .sort((a, b) => a.from - b.from)
    .reduce((upTo, span) => (span.from <= upTo ? Math.max(upTo, span.to) : upTo), from.getTime()) >= to.getTime();

const show = async (deps: Deps, streetId: string, accountId: string, swap: StoredSwap) =>
  (await presentSwaps(deps, streetId, accountId, [swap]))[0]!;

/** Offers a shift of one's own to one person or to all who may stand there. */
export const offerDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.offerDuty> =>
  async (actor, { id, postId, only, words: said, ...span }) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const stretch = { streetId, from: new Date(span.from), to: new Date(span.to) };
    needComing(stretch.from, stretch.to, now);
    if (stretch.from <= now) throw new Refusal('duty_past');
    const post = await deps.plans.post(streetId, postId);
    const { spans } = await spansOf(deps, stretch, accountId);
    if (!post || !fills(spans, postId, stretch)) throw new Refusal('duty_not_yours');
    const place = post.communityId;
    if (only === accountId) throw new Refusal('duty_person_unfit');
    if (only !== null) await needFit(deps, streetId, place, [only]);
    const swap: StoredSwap = {
      ...{ _id: id, postId, communityId: place, ...stretch, by: accountId, only, words: said },
      ...{ state: 'open', takenBy: null, takenAt: null, at: now },
    };
    const offered = await deps.swaps.offer(swap);
    if (offered !== 'offered') throw new Refusal(offered === 'idTaken' ? 'id_taken' : 'duty_offered');
    const staff = await staffOf(deps, streetId);
    const to = only === null ? staff.ids.filter((one) => one !== accountId && staff.roleIn(one, place)) : [only];
    await tellPeople(deps, to, {
      ...{ cause: `offer:${id}`, streetId, place, title: words.offered.title },
      body: words.offered.body(actor.name, sayWindow(stretch.from, stretch.to)),
    });
    return show(deps, streetId, accountId, (await deps.swaps.byId(streetId, id)) ?? swap);
  };

/** Takes an offered shift: of several at once exactly one gets it. */
export const takeDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.takeDuty> =>
  async (actor, { swapId }) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const swap = await deps.swaps.byId(streetId, swapId);
    if (!swap || (swap.only !== null && swap.only !== accountId)) throw new Refusal('swap_not_found');
    if (swap.state === 'taken' && swap.takenBy === accountId) return show(deps, streetId, accountId, swap);
    if (swap.state !== 'open' || swap.from <= now || swap.by === accountId) throw new Refusal('swap_gone');
    await needFit(deps, streetId, swap.communityId, [accountId]);
    const [hers, mine] = await Promise.all([spansOf(deps, swap, swap.by), spansOf(deps, swap, accountId)]);
    if (!fills(hers.spans, swap.postId, swap)) throw new Refusal('swap_gone');
    if (mine.spans.length || mine.isAway) throw new Refusal('duty_busy');
    const taken = await deps.swaps.take(streetId, swapId, accountId, now);
    if (!taken) throw new Refusal('swap_gone');
    const when = sayWindow(swap.from, swap.to);
    const telling = { cause: `taken:${swapId}`, streetId, place: swap.communityId };
    const body = words.taken.body(actor.name, when);
    await tellPeople(deps, [swap.by], { ...telling, title: words.taken.title, body });
    await tellHeads(deps, { ...telling, title: words.changed.title, body });
    return show(deps, streetId, accountId, taken);
  };

export const withdrawDuty =
  (deps: Deps): Handler<typeof rosterEndpoints.withdrawDuty> =>
  async (actor, { swapId }) => {
    const { streetId, accountId } = actor;
    const swap = await deps.swaps.byId(streetId, swapId);
    if (swap?.by !== accountId) throw new Refusal('swap_not_found');
    if (swap.state === 'withdrawn') return show(deps, streetId, accountId, swap);
    const withdrawn = await deps.swaps.withdraw(streetId, swapId);
    if (!withdrawn) throw new Refusal('swap_gone');
    return show(deps, streetId, accountId, withdrawn);
  };
