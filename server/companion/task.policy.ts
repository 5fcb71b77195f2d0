import { companion } from '@wubian/shared/companion/contract.ts';
import {
  canLeave,
  endStatuses,
  type Move,
  moves,
  type PersonMove,
  personMoves,
} from '@wubian/shared/companion/lifecycle.ts';
import { reviewAboveMinutes } from '@wubian/shared/companion/minutes.ts';
import { roleMay, roles } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Reach } from '../registry/door.ts';
import type { StoredTask } from './stored-task.ts';
import type { Scope } from './task.store.ts';
import { type Profile, validOn } from './volunteer.store.ts';

/** What an actor is to one task: found once, and everything she may see or do follows from it. */
export interface Standing {
  actor: Actor;
  now: Date;
  /** On the elder's side: on what ground. */
  reach: Reach | null;
  /** A volunteer's file and the elders of her own family; null for every other role. */
  volunteer: { profile: Profile; kin: readonly string[] } | null;
}

/** How much of a task is seen; null: not even that it exists. */
export type Sight = 'elderSide' | 'staff' | 'office' | 'serving' | 'looking' | 'past';

/** After the service its volunteer still sees whom and where for this long, to finish reports and answer questions. */
const keepsSightMs = 7 * 86_400_000;
/** A missed visit may be noted this long after it should have begun. */
const noShowAfterMs = 15 * 60_000;
export const mostPhotos = 3;

/** The tasks that an actor may come near at all. */
export function scopeOf(actor: Actor): Scope {
  const { streetId, communityIds } = actor;
  if (roles[actor.role].scope !== 'communities') return { streetId };
  return actor.role === 'volunteer'
    ? { streetId, communityIds, volunteerId: actor.accountId }
    : { streetId, communityIds };
}

const isStaff = ({ actor }: Standing): boolean => roles[actor.role].staff;
const isVolunteer = ({ actor }: Standing): boolean => actor.role === 'volunteer';
const isItsVolunteer = (standing: Standing, task: StoredTask): boolean =>
  isVolunteer(standing) && task.volunteerId === standing.actor.accountId;
const mayAsk = ({ reach }: Standing): boolean => reach?.scopes.includes('ask') ?? false;
const mayConfirm = ({ reach }: Standing): boolean => reach?.scopes.includes('confirm') ?? false;

/** Whether this volunteer still comes to this elder, or came within the last days. */
const isServing = (task: StoredTask, now: Date): boolean =>
  task.status === 'claimed' ||
  task.status === 'inService' ||
  (task.finishedAt !== null && task.status !== 'cancelled' && now.getTime() - task.finishedAt.getTime() < keepsSightMs);

/** What of the task this actor sees. */
export function sightOf(standing: Standing, task: StoredTask): Sight | null {
  const { actor, reach, now } = standing;
  if (actor.role === 'streetOffice') return 'office';
  if (isStaff(standing)) return actor.communityIds.includes(task.communityId) ? 'staff' : null;
  if (isVolunteer(standing)) {
    if (isItsVolunteer(standing, task)) return isServing(task, now) ? 'serving' : 'past';
    return task.status === 'open' && actor.communityIds.includes(task.communityId) ? 'looking' : null;
  }
  return reach && (reach.scopes.includes('see') || task.asker.accountId === actor.accountId) ? 'elderSide' : null;
}

/** What an actor must be to a task to make a move. A move without a row here does not compile. */
const relation: Record<PersonMove, (standing: Standing, task: StoredTask) => boolean> = {
  open: isStaff,
  decline: isStaff,
  claim: (standing, task) => isVolunteer(standing) && standing.actor.communityIds.includes(task.communityId),
  assign: isStaff,
  release: isItsVolunteer,
  noShow: (standing) => isStaff(standing) || mayAsk(standing),
  start: isItsVolunteer,
  finish: isItsVolunteer,
  confirm: mayConfirm,
  object: mayConfirm,
  settle: isStaff,
  cancel: (standing) => isStaff(standing) || mayAsk(standing),
  heed: isStaff,
};

/** Whether the actor is, to this task, someone who may make this move at all. */
export const mayMove = (move: PersonMove, standing: Standing, task: StoredTask): boolean =>
  roleMay(standing.actor.role, companion[move].may) && relation[move](standing, task);

/** What keeps a volunteer from taking a task, or null. */
export function unfitFor(
  task: Pick<StoredTask, 'needs' | 'elderId'>,
  profile: Profile,
  kin: readonly string[],
  now: Date,
): 'qualification_needed' | 'own_family_task' | null {
  if (kin.includes(task.elderId)) return 'own_family_task';
  const valid = validOn(dayOf(now), profile);
  return task.needs.every((need) => valid.includes(need)) ? null : 'qualification_needed';
}

/** From when a missed visit may be noted: who was found at the last moment gets the same grace. */
export const noShowFrom = (task: Pick<StoredTask, 'windowFrom' | 'claimedAt'>): number =>
  Math.max(task.windowFrom.getTime(), task.claimedAt?.getTime() ?? 0) + noShowAfterMs;

/** Conditions of single moves beside the relation and the table. */
const moreOver: Partial<Record<PersonMove, (standing: Standing, task: StoredTask) => boolean>> = {
  claim: ({ volunteer, now }, task) =>
    volunteer !== null && unfitFor(task, volunteer.profile, volunteer.kin, now) === null,
  noShow: ({ now }, task) => now.getTime() >= noShowFrom(task),
  settle: (_, task) => task.status === 'objected' || (task.minutes ?? 0) > reviewAboveMinutes,
  heed: (_, task) => task.concernOpen,
};

/** Statuses in which the volunteer's photos still belong to the report. */
const takesPhotos = ['inService', 'done', 'objected', 'confirmed'];

export const mayAddPhoto = (standing: Standing, task: StoredTask): boolean =>
  isItsVolunteer(standing, task) && takesPhotos.includes(task.status) && isServing(task, standing.now);

/** The acts that this actor may do now; the screens draw only these. */
export function canMap(standing: Standing, task: StoredTask) {
  const can = Object.fromEntries(
    personMoves.map((move) => [
      move,
      canLeave(move, task.status) && mayMove(move, standing, task) && (moreOver[move]?.(standing, task) ?? true),
    ]),
  ) as Record<PersonMove, boolean>;
  return {
    ...can,
    addPhoto: mayAddPhoto(standing, task) && task.photos.length < mostPhotos,
    askAgain: mayAsk(standing) && endStatuses.includes(task.status),
  };
}

/**
 * Whether `move` by this actor has already happened and the task has gone on: then asking again is a repeat on a bad
 * network, and is answered with the task as it is.
 */
export const isRepeat = (move: Move, actor: Actor, task: StoredTask): boolean =>
  !(moves[move].from as readonly string[]).includes(task.status) &&
  task.history.some((entry) => entry.move === move && entry.by.accountId === actor.accountId);
