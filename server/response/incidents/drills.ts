import { Refusal } from '@wubian/shared/refusals.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { type Ladder, rungAt, targetNames } from '@wubian/shared/response/ladder.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { isAtDesk } from './incident.policy.ts';
import { byOf, look } from './look.ts';
import type { Callee } from './people.ts';
import { raise } from './raise.ts';
import type { StoredIncident } from './stored-incident.ts';

/** Starts a drill at an elder's door: the real ladder to real phones, marked everywhere. */
export const startDrill =
  (deps: Deps): Handler<typeof incidentEndpoints.startDrill> =>
  async (actor, { id, elderId, words }, call) => {
    const elder = await deps.registry.elder(actor.streetId, elderId);
    if (!elder || !isAtDesk(actor, elder)) throw new Refusal('elder_not_found');
    call.about({ elderIds: [elderId], what: '开始演练' });
    const { incidentId, merged } = await raise(deps, {
      ...{ id, elderId, words, streetId: actor.streetId, source: 'drill', drill: true, by: byOf(actor, null) },
    });
    if (merged) throw new Refusal('incident_moved_on');
    return { incidentId };
  };

interface Step {
  second: number;
  step: string;
  people: string[];
}

/** After how many seconds a person took it on for the first time; null: nobody did. */
function answeredAfter({ history, raisedAt }: StoredIncident): number | null {
  const took = history.find(({ move }) => move === 'acknowledge' || move === 'setOut' || move === 'arrive');
  return took ? (took.at.getTime() - raisedAt.getTime()) / 1_000 : null;
}

/**
 * Who would be called when, if nobody answered before `until` seconds (inclusive of what falls on it). The loop is
 * followed for at most an hour.
 */
export function simulate(ladder: Ladder, callees: readonly Callee[], until: number): Step[] {
  const steps: Step[] = [];
  const names = (wanted: readonly string[]) =>
    callees.filter(({ target }) => wanted.includes(target)).map(({ name, label }) => `${label} ${name}`);
  if (ladder.family.length) steps.push({ second: 0, step: '家属', people: names(['family']) });
  for (let index = 0, second = 0; second <= Math.min(until, 3_600); index++) {
    const { call, wait } = rungAt(ladder, index);
    steps.push({ second, step: `第 ${index + 1} 步`, people: names(call) });
    second += wait;
  }
  return steps;
}

/** Replays a call under another ladder. Nothing is sent. */
export const replayIncident =
  (deps: Deps): Handler<typeof incidentEndpoints.replayIncident> =>
  async (actor, { incidentId, ladder }, call) => {
    const { incident } = await look(deps, actor, incidentId);
    call.about({ elderIds: [incident.elderId], what: '重演一次求助' });
    // Each word with its own people: one who stands under two words is called by both.
    const lists = await Promise.all(targetNames.map((target) => deps.people.of(incident, [target], incident.raisedAt)));
    const callees = lists.flat();
    const answered = answeredAfter(incident);
    const until = answered ?? 3_600;
    return {
      was: simulate(incident.ladder, callees, until),
      would: simulate(ladder, callees, until),
      answeredAfter: answered,
    };
  };
