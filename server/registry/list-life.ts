import type { Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { isAtHome, isLifeMove, lifeActLabel, lifeMoves, lifeStatuses } from '@wubian/shared/registry/life.ts';
import { beforeLastMove } from '@wubian/shared/registry/life-replay.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { communityName } from './elder.presenter.ts';
import { lifeNow } from './follow-life.ts';
import type { StoredLife, StoredLifeEntry } from './life.store.ts';
import { lifeWords } from './life-words.ts';
import { checkMove } from './move-life.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { mayConfirmUndo } from './undo.policy.ts';
import { undoableMove } from './undo-life.ts';

type People = Awaited<ReturnType<Room['accounts']['people']>>;
type Undo = Output<typeof registry.pendingUndos>['items'][number];
type Entry = Output<typeof registry.listLife>['items'][number];

const mostUndos = 100;

const nameOf = (people: People, by: string): string =>
  by === 'rule' ? lifeWords.byRule : people.get(by)?.name || lifeWords.someone;

const presentEntry = (entry: StoredLifeEntry, undone: ReadonlySet<string>, people: People): Entry => ({
  ...{ id: entry.id, act: entry.act, label: lifeActLabel(entry.act), statusLabel: lifeStatuses[entry.to] },
  ...{ on: entry.on, until: entry.until, at: entry.at.toISOString(), why: entry.why },
  byName: nameOf(people, entry.by),
  undone: undone.has(entry.id),
});

/** What is asked to be undone, for this viewer; null when nothing is. */
async function presentUndo(room: Room, actor: Actor, life: StoredLife, people: People): Promise<Undo | null> {
  const asked = life.undoAsked;
  const move = life.entries.find(({ id }) => id === asked?.moveId);
  if (!asked || !move) return null;
  const may = roleMay(actor.role, 'elder.write');
  return {
    ...{ elderId: life.id, elderName: life.name, moveId: move.id, label: lifeActLabel(move.act), on: move.on },
    communityName: communityName(await room.streets.street(life.streetId), life.communityId),
    backLabel: lifeStatuses[beforeLastMove(life.entries).status],
    ...{ byName: nameOf(people, asked.by), at: asked.at.toISOString(), why: asked.why },
    can: { confirm: may && (await mayConfirmUndo(room, life, actor.accountId)), refuse: may },
  };
}

/** What has become of a file so far, and what may be taken back. */
export const listLife =
  (room: Room): Handler<typeof registry.listLife> =>
  async (actor, { elderId }) => {
    const life = await room.life.byId(scopeOf(actor), elderId);
    if (!life) throw new Refusal('elder_not_found');
    const people = await room.accounts.people(life.entries.map(({ by }) => by));
    const undone = new Set(life.entries.flatMap(({ act, undoes }) => (act === 'undo' && undoes ? [undoes] : [])));
    const cancelled = isAtHome(life.status)
      ? await Promise.all(room.lifeFollowers.map((one) => one.cancelled(life.streetId, elderId)))
      : [];
    return {
      items: life.entries.toReversed().map((entry) => presentEntry(entry, undone, people)),
      undo: await presentUndo(room, actor, life, people),
      undoable: life.undoAsked || !roleMay(actor.role, 'elder.write') ? null : undoableMove(life),
      cancelled: cancelled.flat(),
    };
  };

/** What waits for a second person in the viewer's area, the oldest first. */
export const pendingUndos =
  (room: Room): Handler<typeof registry.pendingUndos> =>
  async (actor) => {
    const lives = await room.life.undosOf(scopeOf(actor), mostUndos);
    const people = await room.accounts.people(lives.flatMap(({ undoAsked }) => undoAsked?.by ?? []));
    const shown = await Promise.all(lives.map((life) => presentUndo(room, actor, life, people)));
    return { items: shown.filter((one) => one !== null).sort((a, b) => (a.at < b.at ? -1 : 1)) };
  };

/** What a move would bring about, for who is about to make it. */
export const foreseeLife =
  (room: Room): Handler<typeof registry.foreseeLife> =>
  async (actor, { elderId, move, until }) => {
    const life = await room.life.byId(scopeOf(actor), elderId);
    if (!life) throw new Refusal('elder_not_found');
    checkMove(life, move, until, dayOf(room.now()));
    const { to } = lifeMoves[move];
    const after = { ...lifeNow(life), status: to, until };
    const byRooms = await Promise.all(room.lifeFollowers.map((one) => one.foresee(after)));
    const byStatus = {
      present: [],
      inHospital: [until ? lifeWords.askAfter(until) : lifeWords.noAsking],
      inInstitution: [until ? lifeWords.askAfter(until) : lifeWords.noAsking],
      movedOut: [lifeWords.noAsking],
      dead: [lifeWords.closes, lifeWords.tellsNobody],
    }[to];
    const back = isLifeMove(move) && (to === 'inHospital' || to === 'inInstitution');
    const whenBack = back ? [until ? lifeWords.backByItself(until) : lifeWords.backByHand] : [];
    return { lines: [...byRooms.flat(), ...byStatus, ...whenBack, lifeWords.undoByTwo] };
  };
