import { type Target, targetNames } from '@wubian/shared/response/ladder.ts';
import type { Delivery } from '../../notices/door.ts';
import { namesFor, tellingsOf } from './messages-for.ts';
import type { People } from './people.ts';
import type { Stood } from './stood.store.ts';
import { leaderOf, type StoredIncident } from './stored-incident.ts';

/** Everybody whom a ladder could call, each under each word that she stands behind. */
export async function everybody(people: People, incident: StoredIncident): Promise<Stood[]> {
  const lists = await Promise.all(targetNames.map((target) => people.of(incident, [target], incident.raisedAt)));
  return lists.flat().map(({ target, key, name, label }) => ({ target, key, name, label }));
}

/** Who stands on a post changes while a call lasts, and the roster remembers it. */
const posts: readonly Target[] = ['onDuty', 'dutyLeader'];

/** Finds the people of a step as they stood then. */
export const standing =
  (people: People, incident: StoredIncident, stood: readonly Stood[]) =>
  async (target: Target, at: Date): Promise<Stood[]> => {
    const then = stood.filter((one) => one.target === target);
    if (!posts.includes(target) || at <= incident.raisedAt) return then;
    const now = await people.of(incident, [target], at);
    return now.length ? now.map(({ key, name, label }) => ({ target, key, name, label })) : then;
  };

/** Whom the last entry of this state calls, once each, in the order of the words. */
export async function calledBy(
  state: StoredIncident,
  find: (target: Target, at: Date) => Promise<Stood[]>,
): Promise<Stood[]> {
  const at = state.history.at(-1)!.at;
  const found = new Map<string, Stood>();
  for (const { to, urgent } of tellingsOf(state, state.history.length, namesFor(state, ''))) {
    if (!urgent) continue;
    const leader = leaderOf(state);
    const lists = Array.isArray(to)
      ? await Promise.all((to as Target[]).map((target) => find(target, at)))
      : to === 'leader' && leader
        ? [[{ target: 'onDuty' as const, key: leader.key, name: leader.name, label: '' }]]
        : [];
    for (const one of lists.flat()) if (!found.has(one.key)) found.set(one.key, one);
  }
  return [...found.values()];
}

/** Whom the messages of each entry really went to: entry's number → key → name. */
export function sentBySeq(incidentId: string, deliveries: readonly Delivery[]): Map<number, Map<string, string>> {
  const sent = new Map<number, Map<string, string>>();
  for (const { id, channel, to } of deliveries) {
    const [, seq, key] = /^(\d+):(.*)$/.exec(id.slice(incidentId.length + 1, -(channel.length + 1))) ?? [];
    if (!seq || !key) continue;
    const there = sent.get(Number(seq)) ?? new Map<string, string>();
    sent.set(Number(seq), there.set(key, to.name));
  }
  return sent;
}
