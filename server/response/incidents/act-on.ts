import { Refusal } from '@wubian/shared/refusals.ts';
import { missingIn } from '@wubian/shared/response/acts.ts';
import type { ActFields } from '@wubian/shared/response/incident-schema.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { canLeave, moveRow } from '@wubian/shared/response/lifecycle.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { canMap, mayMove } from './incident.policy.ts';
import type { Settable } from './incident.store.ts';
import { look } from './look.ts';
import { present } from './present.ts';
import { respondersAfter } from './responders.ts';
import { type By, leaderOf, type StoredIncident } from './stored-incident.ts';

/** Each try that fails means that somebody else's act went through. */
const mostTries = 50;

/** What an act changes beside status and history. */
export function settle(incident: StoredIncident, act: ActFields, key: string, by: By, at: Date): Settable {
  const responders = respondersAfter(incident, act.move, key, by, at);
  const answered = act.move === 'check' && act.result === 'answered';
  return {
    ...(responders !== incident.responders && { responders }),
    ...(act.triage && { triage: act.triage }),
    ...(act.move === 'falseAlarm' && { triage: 'false' as const }),
    ...(act.move === 'noAnswer' && { noAnswerSince: at }),
    ...((answered || act.move === 'reopen') && { noAnswerSince: null }),
    ...(act.move === 'follow' && { followed: true }),
    ...(act.move === 'reopen' && { followed: false }),
  };
}

/** Whether somebody else was a moment faster in taking it. */
function isTaken({ move }: ActFields, incident: StoredIncident, accountId: string): boolean {
  const leader = leaderOf(incident);
  // Whoever leads behind a code has no account.
  return move === 'acknowledge' && incident.open && leader !== null && leader.accountId !== accountId;
}

/**
 * One person's act, from sight to answer. The same act sent again is answered with the incident as it is; one that came
 * too late says so. It may be made anew over what the clock or another person wrote meanwhile.
 */
export const actOn =
  (deps: Deps): Handler<typeof incidentEndpoints.act> =>
  async (actor, { incidentId, ...act }, call) => {
    const missing = missingIn(act);
    if (missing.some(({ field }) => field === 'proof' || field === 'proofBy'))
      throw new Refusal('proof_needed', { fields: missing });
    if (missing.length) throw new Refusal('bad_input', { fields: missing });
    for (let tries = 0; tries < mostTries; tries++) {
      const { incident, sight, by } = await look(deps, actor, incidentId);
      call.about({ elderIds: [incident.elderId], what: moveRow(act.move).label });
      if (incident.history.some(({ id }) => id === act.id)) return present(deps, actor, incident, sight, call);
      if (isTaken(act, incident, actor.accountId)) throw new Refusal('incident_taken');
      if (act.move === 'endDrill' && !incident.drill) throw new Refusal('not_a_drill');
      if (!canLeave(act.move, incident.status)) throw new Refusal('incident_moved_on');
      if (!mayMove(act.move, sight, actor, incident)) {
        // What another state of it would allow has only come too late.
        const isLate = sight !== 'side' && canMap(sight, actor, incident).note;
        throw new Refusal(isLate ? 'incident_moved_on' : 'not_allowed');
      }
      const at = deps.clock();
      const { id, move, words, ...said } = act;
      const set = settle(incident, act, actor.accountId, by, at);
      const moved = await deps.incidents.move(incident, { id, move, by, at, words, said, set });
      if (!moved) continue;
      if (move === 'acknowledge' || move === 'setOut' || move === 'join' || move === 'arrive')
        await deps.notices.accepted(actor.streetId, incidentId, { accountId: actor.accountId }, at);
      deps.poke();
      const after = await look(deps, actor, incidentId);
      return present(deps, actor, after.incident, after.sight, call);
    }
    throw new Refusal('busy');
  };
