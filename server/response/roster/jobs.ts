import { dutySpans, onDutyAt } from '@wubian/shared/response/roster/duty.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type { Deps } from './deps.ts';
import { holesOf, presentHole } from './find-holes.ts';
import { comersOf } from './notes.ts';
import { namesOf } from './people.ts';
import { tellHeads, tellPeople } from './tell.ts';
import { words } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
/** How long ahead a hole is told. */
export const toldAheadMs = 72 * hour;
/** A start is told late after a stop of the server, but not when the shift is half over. */
const latestMs = 2 * hour;

/** Tells each hole of the next 72 hours to the head and the street office: once, and once a day while it lasts. */
export async function tellHoles(deps: Deps, now: Date): Promise<void> {
  for (const streetId of await deps.plans.streets()) {
    // The window begins on a fixed hour well before now, so that a hole keeps the start by which it is told.
    const start = new Date(Math.floor(+now / (24 * hour)) * 24 * hour - 24 * hour);
    const end = new Date(+now + toldAheadMs);
    const [street, { roster }] = await Promise.all([
      deps.streets.street(streetId),
      deps.readRoster.between(streetId, start, end),
    ]);
    const begun = new Map<string | null, number>();
    for (const { communityId, plans } of roster.posts) {
      for (const { from } of plans) begun.set(communityId, Math.min(from, begun.get(communityId) ?? from));
    }
    const found = await holesOf(deps, streetId, roster, { places: [...begun.keys()], from: start, to: end });
    // Nothing is missing before the first plan of a place begins.
    const holes = found
      .map((hole) => ({ ...hole, from: Math.max(hole.from, begun.get(hole.communityId)!) }))
      .filter(({ from, to }) => to > Math.max(from, +now));
    const nameOf = await namesOf(
      deps,
      holes.flatMap(({ accountIds }) => accountIds),
    );
    for (const hole of holes) {
      const { words: said } = presentHole(hole, street, nameOf);
      const cause = `hole:${streetId}:${hole.communityId}:${hole.from}:${hole.why}`;
      const telling = {
        cause,
        streetId,
        place: hole.communityId,
        title: words.hole.title,
        urgent: hole.from < +now + 24 * hour,
      };
      await tellHeads(deps, { ...telling, body: words.hole.body(said) }, true);
    }
  }
}

/** At the start of a shift: who is on hears it, and who was on hears who came. */
export async function tellStarts(deps: Deps, now: Date): Promise<void> {
  for (const streetId of await deps.plans.streets()) {
    const [start, end] = [+now - latestMs, +now + 48 * hour];
    const { roster } = await deps.readRoster.between(streetId, new Date(start), new Date(end));
    const spans = dutySpans(roster, start, end);
    const begun = spans.filter(({ from, to }) => from > start && from <= +now && to > +now);
    const before = new Map(begun.map(({ from }) => [from, onDutyAt(roster, from - 1)]));
    const nameOf = await namesOf(
      deps,
      [...spans, ...[...before.values()].flat()].map((one) => one.accountId),
    );
    for (const { postId, communityId, accountId, from, to } of begun) {
      const was = before.get(from)!.filter((one) => one.postId === postId);
      // Whoever only goes on into her next shift is told nothing.
      if (was.some((one) => one.accountId === accountId)) continue;
      const cause = `start:${postId}:${from}`;
      const told = { cause, streetId, place: communityId };
      const names = was.map((one) => nameOf(one.accountId)).join('、') || words.nobody;
      const until = sayWindow(from, to).split('–')[1] ?? '';
      await tellPeople(deps, [accountId], { ...told, title: words.onNow.title, body: words.onNow.body(until, names) });
      const here = new Set(
        onDutyAt(roster, from)
          .filter((one) => one.postId === postId)
          .map((one) => one.accountId),
      );
      const gone = was.map((one) => one.accountId).filter((one) => !here.has(one));
      const body = words.relieved.body([...here].map(nameOf).join('、'));
      await tellPeople(deps, gone, { ...told, title: words.relieved.title, body });
    }
  }
}

/** Half an hour after the next person came: a note that none of those who came has read is told to the head, once. */
export async function tellUnread(deps: Deps, now: Date): Promise<void> {
  for (const note of await deps.notes.dueForHead(now)) {
    const { _id, streetId, postId, communityId, readBy } = note;
    const comers = await comersOf(deps, note);
    const isRead = readBy.some(({ accountId }) => comers.includes(accountId));
    const post = await deps.plans.post(streetId, postId);
    if (!isRead && post) {
      const telling = { cause: `unread:${_id}`, streetId, place: communityId, title: words.unread.title };
      await tellHeads(deps, { ...telling, body: words.unread.body(post.name), urgent: true });
    }
    await deps.notes.settle(streetId, _id);
  }
}

/** Offers whose shift has begun with nobody having taken it. */
export async function expireSwaps(deps: Deps, now: Date): Promise<void> {
  for (let swap = await deps.swaps.expireNext(now); swap; swap = await deps.swaps.expireNext(now)) {
    const { _id, streetId, communityId, by, from, to } = swap;
    await tellPeople(deps, [by], {
      ...{ cause: `expired:${_id}`, streetId, place: communityId, title: words.expired.title },
      body: words.expired.body(sayWindow(from, to)),
    });
  }
}
