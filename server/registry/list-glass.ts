import type { Output } from '@wubian/shared/endpoint.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { isId } from '../store/ids.ts';
import type { GlassPlace, StoredGlass } from './glass.store.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { words } from './words.ts';

type Glass = Output<typeof registry.reviewGlass>;

/** A use is reviewed within a day. */
const reviewWithinMs = 24 * 3_600_000;

/** An opaque text for a place in a list by time; `readTimePlace` throws `bad_input` for what this room did not write. */
export const writeTimePlace = ({ at, id }: GlassPlace): string =>
  Buffer.from(`${at.getTime()},${id}`).toString('base64url');
export function readTimePlace(cursor: string | undefined): GlassPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, ms, id] = /^(\d{1,15}),([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (ms === undefined || !isId(id!)) throw badField('cursor', words.badCursor);
  return { at: new Date(Number(ms)), id: id! };
}

async function present(room: PrivacyRoom, actor: Actor, all: readonly StoredGlass[]): Promise<Glass[]> {
  const [people, names] = await Promise.all([
    room.accounts.people(all.flatMap(({ by, review }) => [by, ...(review ? [review.by] : [])])),
    room.elders.names(
      actor.streetId,
      all.flatMap(({ elderIds }) => elderIds),
    ),
  ]);
  const nameOf = (id: string) => people.get(id)?.name || words.someone;
  const late = room.now().getTime() - reviewWithinMs;
  return all.map(({ id, at, by, role, elderIds, asked, why, review }) => ({
    ...{ id, at: at.toISOString(), byName: nameOf(by), roleLabel: roles[role].label, asked, why },
    elderNames: elderIds.map((elderId) => names.get(elderId) ?? ''),
    overdue: review === null && at.getTime() < late,
    review: review && {
      verdict: review.verdict,
      words: review.words,
      byName: nameOf(review.by),
      at: review.at.toISOString(),
    },
    can: { review: review === null && by !== actor.accountId },
  }));
}

/** Uses of break-glass in the street, with how many wait for too long. */
export const listGlass =
  (room: PrivacyRoom): Handler<typeof registry.listGlass> =>
  async (actor, { state, limit, cursor }) => {
    const { streetId } = actor;
    const [found, overdue] = await Promise.all([
      room.glass.page(streetId, state === 'open', limit + 1, readTimePlace(cursor)),
      room.glass.waiting(streetId, new Date(room.now().getTime() - reviewWithinMs)),
    ]);
    const items = found.slice(0, limit);
    return {
      items: await present(room, actor, items),
      next: found.length > limit ? writeTimePlace(items.at(-1)!) : null,
      overdue,
    };
  };

/** Says whether a use was proper; not the one who used it. Throws `glass_reviewed` when somebody else was first. */
export const reviewGlass =
  (room: PrivacyRoom): Handler<typeof registry.reviewGlass> =>
  async (actor, { glassId, verdict, words: said }, call) => {
    const { streetId, accountId } = actor;
    const found = await room.glass.byId(streetId, glassId);
    if (!found) throw new Refusal('glass_not_found');
    if (found.by === accountId) throw new Refusal('glass_own');
    call.about({ elderIds: found.elderIds, what: words.glassReviewed(verdict) });
    await room.glass.review(streetId, glassId, { verdict, words: said, by: accountId, at: room.now() });
    const now = await room.glass.byId(streetId, glassId);
    const mine = now?.review?.by === accountId && now.review.verdict === verdict;
    if (!now || !mine) throw new Refusal('glass_reviewed');
    return (await present(room, actor, [now]))[0]!;
  };
