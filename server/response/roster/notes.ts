import { Refusal } from '@wubian/shared/refusals.ts';
import type { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import { dutySpans, onDutyAt } from '@wubian/shared/response/roster/duty.ts';
import type { DutyNote } from '@wubian/shared/response/roster/schema.ts';
import type * as z from 'zod';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import { communityOf } from '../../streets/index.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';
import { leaderPlace } from './find-holes.ts';
import { namesOf } from './people.ts';
import { communitiesOf } from './scope.ts';
import type { StoredNote } from './stored.ts';

const day = 86_400_000;
/** How long after the next person has come the head hears that nobody has read a note. */
const patience = 30 * 60_000;

/** The places whose notes the actor may read; the duty leader's are the street's and the heads'. */
export async function placesOf(deps: Deps, actor: Actor, wanted?: string): Promise<(string | null)[]> {
  const communities = communitiesOf(actor, await deps.streets.street(actor.streetId), wanted);
  return wanted !== undefined || actor.role === 'gridWorker' ? communities : [...communities, null];
}

/** Who comes after the writer of a note: those on duty at the post when it was due. */
export async function comersOf(deps: Deps, note: StoredNote): Promise<string[]> {
  if (!note.forFrom) return [];
  const { roster } = await deps.readRoster.between(note.streetId, note.forFrom, new Date(+note.forFrom + 1));
  return onDutyAt(roster, +note.forFrom).flatMap(({ postId, accountId }) =>
    postId === note.postId && accountId !== note.by ? [accountId] : [],
  );
}

export async function presentNotes(deps: Deps, actor: Actor, notes: readonly StoredNote[]) {
  const street = await deps.streets.street(actor.streetId);
  const comers = await Promise.all(notes.map((note) => comersOf(deps, note)));
  const nameOf = await namesOf(
    deps,
    notes.flatMap(({ by, readBy }) => [by, ...readBy.map(({ accountId }) => accountId)]),
  );
  return notes.map((note, n): z.output<typeof DutyNote> => {
    const { _id: id, postId, communityId, words } = note;
    const hasRead = note.readBy.some(({ accountId }) => accountId === actor.accountId);
    return {
      ...{ id, postId, communityId, words, by: nameOf(note.by), at: note.at.toISOString() },
      communityName: communityId === null ? leaderPlace : (communityOf(street, communityId)?.name ?? ''),
      forFrom: note.forFrom?.toISOString() ?? null,
      readBy: note.readBy.map(({ accountId, at }) => ({ name: nameOf(accountId), at: at.toISOString() })),
      toRead: comers[n]!.includes(actor.accountId) && !hasRead,
    };
  });
}
const show = async (deps: Deps, actor: Actor, note: StoredNote) => (await presentNotes(deps, actor, [note]))[0]!;

/** Leaves a note at a post for whoever comes next. */
export const writeDutyNote =
  (deps: Deps): Handler<typeof rosterEndpoints.writeDutyNote> =>
  async (actor, { id, postId, words }) => {
    const { streetId, accountId } = actor;
    const now = deps.clock();
    const post = await deps.plans.post(streetId, postId);
    if (!post || !(await placesOf(deps, actor)).includes(post.communityId)) throw new Refusal('duty_post_not_found');
    const { roster } = await deps.readRoster.between(streetId, now, new Date(+now + 7 * day));
    const next = dutySpans(roster, +now, +now + 7 * day)
      .filter((span) => span.postId === postId && span.accountId !== accountId && span.from > +now)
      .reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY);
    const forFrom = Number.isFinite(next) ? new Date(next) : null;
    const note: StoredNote = {
      ...{ _id: id, streetId, postId, communityId: post.communityId, by: accountId, at: now, words },
      // With nobody planned for a week the head hears of it at once.
      ...{ forFrom, readBy: [], unreadDue: forFrom ? new Date(+forFrom + patience) : now },
    };
    if (!(await deps.notes.write(note))) throw new Refusal('id_taken');
    return show(deps, actor, (await deps.notes.byId(streetId, id))!);
  };

export const readDutyNote =
  (deps: Deps): Handler<typeof rosterEndpoints.readDutyNote> =>
  async (actor, { noteId }) => {
    const { streetId, accountId } = actor;
    const note = await deps.notes.byId(streetId, noteId);
    if (!note || !(await placesOf(deps, actor)).includes(note.communityId)) throw new Refusal('duty_note_not_found');
    if (note.by !== accountId) await deps.notes.read(streetId, noteId, accountId, deps.clock());
    return show(deps, actor, (await deps.notes.byId(streetId, noteId))!);
  };

export const listDutyNotes =
  (deps: Deps): Handler<typeof rosterEndpoints.dutyNotes> =>
  async (actor, { communityId, limit, cursor }) => {
    const places = await placesOf(deps, actor, communityId);
    const before = readPlace(cursor);
    const rows = await deps.notes.list(actor.streetId, places, limit + 1, { ...(before && { before }) });
    const { items, next } = pageOf(rows, limit, ({ at, _id }) => ({ at, id: _id }));
    return { items: await presentNotes(deps, actor, items), next };
  };
