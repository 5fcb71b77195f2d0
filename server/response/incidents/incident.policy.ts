import { canLeave, isOpen, type PersonMove, personMoves } from '@wubian/shared/response/lifecycle.ts';
import { roleMay, roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import { leaderOf, type Responder, type StoredIncident } from './stored-incident.ts';

/** What an actor is to one incident. */
export type Sight = 'lead' | 'joined' | 'stoodDown' | 'called' | 'side' | 'desk';

/** Her own entry among those who answered. */
export const responderOf = ({ responders }: StoredIncident, key: string): Responder | null =>
  responders.find((one) => one.key === key) ?? null;

/** Staff who answer for the place: the desk. */
export const isAtDesk = (
  { role, communityIds }: Actor,
  { communityId }: Pick<StoredIncident, 'communityId'>,
): boolean => roleMay(role, 'sos.desk') && (roles[role].scope === 'street' || communityIds.includes(communityId));

/**
 * What of an incident this actor sees; null: not even that it exists. Her answer comes before her desk, so that the
 * page shows her own next act.
 */
export function sightOf(
  actor: Actor,
  incident: StoredIncident,
  { isSide, isCalled }: { isSide: boolean; isCalled: boolean },
): Sight | null {
  if (isSide) return 'side';
  const mine = responderOf(incident, actor.accountId)?.state;
  if (mine && (mine !== 'stoodDown' || !isAtDesk(actor, incident))) return mine;
  if (isAtDesk(actor, incident)) return 'desk';
  return isCalled ? 'called' : null;
}

/** Door, numbers and health are for who comes and for the desk, while it lasts; for her own side always. */
export const seesAll = (sight: Sight, incident: StoredIncident): boolean =>
  sight === 'side' || (isOpen(incident.status) && (sight === 'lead' || sight === 'joined' || sight === 'desk'));

const helps = (sight: Sight): boolean => sight !== 'side';
const comes = (sight: Sight): boolean => sight === 'lead' || sight === 'joined';
const desk = (sight: Sight, { role }: Actor): boolean => helps(sight) && roles[role].staff;
const reviews = (sight: Sight, { role }: Actor): boolean => helps(sight) && roleMay(role, 'sos.review');

/** What an actor must be to an incident to make a move. A move without a row here does not compile. */
const relation: Record<PersonMove, (sight: Sight, actor: Actor, incident: StoredIncident) => boolean> = {
  acknowledge: helps,
  setOut: helps,
  arrive: (sight, { role }) => helps(sight) || role === 'family',
  cannotEnter: (sight, actor) => comes(sight) || desk(sight, actor),
  handOver: (sight, actor) => comes(sight) || desk(sight, actor),
  handle: (sight, actor) => sight === 'lead' || desk(sight, actor),
  falseAlarm: (sight, actor) => sight === 'lead' || desk(sight, actor),
  endDrill: desk,
  giveBack: (sight) => sight === 'lead',
  reopen: reviews,
  review: reviews,
  pressAgain: (sight) => sight === 'side',
  saysFine: (sight, { role }) => sight === 'side' && role === 'resident',
  join: (sight, { role }) => (helps(sight) && !comes(sight)) || (sight === 'side' && role === 'family'),
  standDown: (sight) => sight === 'joined' || sight === 'called',
  takeLead: (sight) => helps(sight) && sight !== 'lead',
  triage: (sight, actor) => comes(sight) || desk(sight, actor),
  note: (sight, { role }) => comes(sight) || sight === 'desk' || role === 'family',
  noAnswer: (sight, actor) => comes(sight) || desk(sight, actor),
  check: (sight, actor) => comes(sight) || desk(sight, actor),
  follow: desk,
  number: desk,
};

/** What may not be done in a drill: nobody is really ill, and nobody outside is called out. */
const neverInDrills: readonly PersonMove[] = [
  'handOver',
  'handle',
  'falseAlarm',
  'review',
  'reopen',
  'follow',
  'number',
];

/** Conditions of single moves beside the relation and the table. */
const moreOver: Partial<Record<PersonMove, (incident: StoredIncident) => boolean>> = {
  endDrill: ({ drill }) => drill,
  noAnswer: ({ noAnswerSince }) => noAnswerSince === null,
  check: ({ noAnswerSince }) => noAnswerSince !== null,
  follow: ({ followed }) => !followed,
  takeLead: (incident) => leaderOf(incident) !== null,
};

/** Whether this actor may make the move on the incident as it is. */
export const mayMove = (move: PersonMove, sight: Sight, actor: Actor, incident: StoredIncident): boolean =>
  relation[move](sight, actor, incident) &&
  !(incident.drill && neverInDrills.includes(move)) &&
  (moreOver[move]?.(incident) ?? true);

/** The acts that this actor may do now; the screens draw only these. */
export const canMap = (sight: Sight, actor: Actor, incident: StoredIncident): Record<PersonMove, boolean> =>
  Object.fromEntries(
    personMoves.map((move) => [move, canLeave(move, incident.status) && mayMove(move, sight, actor, incident)]),
  ) as Record<PersonMove, boolean>;
