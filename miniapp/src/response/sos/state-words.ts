import { isOpen } from '@wubian/shared/response/lifecycle.ts';
import type { Incident } from '../incident/use-incident.ts';
import { sosWords as w } from './words.ts';

type Standing = Pick<Incident, 'status' | 'responders' | 'rungsCalled' | 'drill'>;

export const leaderOf = ({ responders }: Pick<Incident, 'responders'>) =>
  responders.find(({ state }) => state === 'lead');

/** How it stands, in the words for who waits: what is true, and nothing that is only hoped. */
export function standingWords(incident: Standing): string {
  const { status, rungsCalled, drill } = incident;
  const who = leaderOf(incident)?.name ?? w.somebody;
  if (!isOpen(status)) return drill ? w.overDrill : status === 'falseAlarm' ? w.overFalse : w.over;
  switch (status) {
    case 'acknowledged':
      return w.taken(who);
    case 'enRoute':
      return w.coming(who);
    case 'onScene':
      return w.there(who);
    case 'cannotEnter':
      return w.cannotEnter(who);
    case 'handedOver':
      return w.handedOver;
    default:
      return rungsCalled > 1 ? w.toldMore : w.told;
  }
}

interface Step {
  id: string;
  title: string;
  state: 'done' | 'now' | 'next';
}

/** The way from the call to somebody at her door, for the eye: what is done, what goes on, what is still to come. */
export function wayOf(incident: Standing): Step[] {
  const { status } = incident;
  const leader = leaderOf(incident);
  const isThere = status === 'onScene' || status === 'cannotEnter';
  const done = [w.told, ...(leader ? [w.taken(leader.name)] : [])];
  const now = standingWords(incident);
  const before = done.filter((title) => title !== now && !(status === 'raised' && title === w.told));
  const next = [...(leader ? [] : [w.waitTaken]), ...(isThere ? [] : [w.waitThere])];
  return [
    ...before.map((title) => ({ id: title, title, state: 'done' as const })),
    { id: now, title: now, state: 'now' },
    ...next.map((title) => ({ id: title, title, state: 'next' as const })),
  ];
}
