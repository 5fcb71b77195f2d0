import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { after, type Move, moves } from '@wubian/shared/response/lifecycle.ts';
import { settle } from './act-on.ts';
import { nextRung } from './clock-worker.ts';
import { dueOf } from './clocked.ts';
import { byRule, type Entry, type StoredIncident } from './stored-incident.ts';

/** No replay goes on longer than this. */
const most = 300;

const isRule = ({ move }: Entry): boolean => move !== 'raise' && moves[move].by === 'rule';

/** The call as it was in its first moment, under this ladder. */
function begun(incident: StoredIncident, ladder: Ladder): StoredIncident {
  return {
    ...incident,
    ...{ ladder, status: 'raised', since: incident.raisedAt, open: true, triage: null, responders: [] },
    ...{ noAnswerSince: null, followed: false, history: incident.history.slice(0, 2) },
  };
}

/** The state after one more entry. */
function applied(state: StoredIncident, entry: Entry): StoredIncident {
  const move = entry.move as Move;
  const status = after(move, state.status);
  const act = { ...entry.said, id: entry.id ?? '', move, words: entry.words } as Parameters<typeof settle>[1];
  const key = entry.by.accountId ?? `name:${entry.by.name}`;
  const set = isRule(entry) ? {} : settle(state, act, key, entry.by, entry.at);
  return {
    ...{ ...state, ...set, status, since: moves[move].to === 'same' ? state.since : entry.at },
    history: [...state.history, entry],
  };
}

/** Every state of a call, the first with its first two entries, each next with one more. */
export function statesOf(incident: StoredIncident, ladder = incident.ladder, entries = incident.history.slice(2)) {
  const states = [begun(incident, ladder)];
  for (const entry of entries) states.push(applied(states.at(-1)!, entry));
  return states;
}

/** From when to when the clock is known not to have gone: epoch ms. */
interface Stop {
  from: number;
  to: number;
}

/** Steps that came late, or not at all because somebody acted first: then the program stood still. */
function stopsOf(incident: StoredIncident): Stop[] {
  const states = statesOf(incident);
  return incident.history.slice(2).flatMap((entry, index) => {
    const due = dueOf(states[index]!);
    const at = entry.at.getTime();
    // Half a millisecond: the step comes after what a person did in the same instant.
    return due && due.at < at ? [{ from: due.at, to: isRule(entry) ? at : at + 0.5 }] : [];
  });
}

/** When a step that is due at `at` is made, seeing when the clock stood. */
function madeAt(at: number, stops: readonly Stop[]): number {
  let made = at;
  for (let stop = find(); stop; stop = find()) made = stop.to;
  return made;
  function find() {
    return stops.find(({ from, to }) => from <= made && made < to);
  }
}

/**
 * The states of a call as they would have been under another ladder, up to `until` (epoch ms): people did what they did
 * when they did it, the clock does what the ladder says, and stands when it really stood. Under its own ladder this is
 * what happened.
 */
export function replayUnder(incident: StoredIncident, ladder: Ladder, until: number): StoredIncident[] {
  const stops = stopsOf(incident);
  const acts = incident.history.slice(2).filter((entry) => !isRule(entry));
  const states = [begun(incident, ladder)];
  while (states.length < most) {
    const state = states.at(-1)!;
    const due = dueOf(state);
    const dueAt = due ? madeAt(due.at, stops) : Number.POSITIVE_INFINITY;
    const actAt = acts[0]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    if (Math.min(dueAt, actAt) > until + 0.5 || (!due && !acts.length)) break;
    if (due && dueAt <= actAt) {
      const rung = due.move === 'call' ? nextRung(state) : null;
      const entry = {
        id: null,
        move: due.move,
        by: byRule,
        at: new Date(Math.floor(dueAt)),
        words: '',
        said: {},
        rung,
      };
      states.push(applied(state, entry));
    } else {
      states.push(applied(state, acts.shift()!));
    }
  }
  return states;
}
