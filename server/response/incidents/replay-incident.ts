import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { isOpen, type Move, moveRow } from '@wubian/shared/response/lifecycle.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { look } from './look.ts';
import { sayBy } from './present.ts';
import { calledBy, everybody, sentBySeq, standing } from './replay-people.ts';
import { replayUnder, statesOf } from './replay-under.ts';
import type { Stood } from './stood.store.ts';
import type { StoredIncident } from './stored-incident.ts';

interface Step {
  second: number;
  step: string;
  people: string[];
}

/** The clock's moves by which people are called. */
const calling: readonly (Move | 'raise')[] = ['raise', 'call', 'ringAgain', 'warnLate', 'warnLimit', 'checkDue'];

const seconds = ({ raisedAt }: StoredIncident, at: Date): number =>
  Math.round((at.getTime() - raisedAt.getTime()) / 1_000);

/** When the last call for it ended; epoch ms. */
function endOf({ history, status }: StoredIncident, now: Date): number {
  if (isOpen(status)) return now.getTime();
  const end = history.findLast(({ move }) => move === 'handle' || move === 'falseAlarm' || move === 'endDrill');
  return (end?.at ?? now).getTime();
}

/** What people did that the ladder goes by. */
const actsOf = (incident: StoredIncident, until: number) =>
  incident.history.flatMap(({ move, by, at }) => {
    if (move === 'raise' || at.getTime() > until) return [];
    const { to, by: who, progress } = moveRow(move);
    if (who === 'rule' || (to === 'same' && !progress)) return [];
    return [{ second: seconds(incident, at), words: `${sayBy(by)}：${moveRow(move).label}` }];
  });

/** After how many seconds a person took it on for the first time; null: nobody did. */
export function answeredAfter(incident: StoredIncident): number | null {
  const took = incident.history.find(({ move }) => move === 'acknowledge' || move === 'setOut' || move === 'arrive');
  return took ? seconds(incident, took.at) : null;
}

const sayOne = ({ label, name }: Pick<Stood, 'label' | 'name'>): string => [label, name].filter(Boolean).join(' ');

async function stepsOf(
  states: readonly StoredIncident[],
  peopleOf: (state: StoredIncident) => Promise<string[]>,
): Promise<Step[]> {
  const [first] = states;
  // The first state holds two entries: the call itself, by which the family is told, and the first step.
  const alone = { ...first!, history: first!.history.slice(0, 1) };
  const steps = [alone, ...states].map(async (state): Promise<Step[]> => {
    const { move, at, rung } = state.history.at(-1)!;
    if (!calling.includes(move) || (move === 'raise' && !state.ladder.family.length)) return [];
    const step = move === 'raise' ? '家属' : move === 'call' ? `第 ${rung! + 1} 步` : moveRow(move).label;
    return [{ second: seconds(state, at), step, people: await peopleOf(state) }];
  });
  return (await Promise.all(steps)).flat();
}

/** Replays a call under another ladder, beside what happened. Nothing is sent. */
export const replayIncident =
  (deps: Deps): Handler<typeof incidentEndpoints.replayIncident> =>
  async (actor, { incidentId, ladder }, call) => {
    const { incident } = await look(deps, actor, incidentId);
    call.about({ elderIds: [incident.elderId], what: '重演一次求助' });
    const until = endOf(incident, deps.clock());
    const kept = await deps.stood.of(incident.streetId, incidentId);
    const find = standing(deps.people, incident, kept ?? (await everybody(deps.people, incident)));
    const sent = sentBySeq(incidentId, await deps.notices.deliveries(incident.streetId, incidentId));

    const resolved = async (state: StoredIncident) => (await calledBy(state, find)).map(sayOne);
    /** Whom the messages went to; where none are left, whom they must have gone to. */
    const really = async (state: StoredIncident) => {
      const went = sent.get(state.history.length);
      const then = await calledBy(state, find);
      if (!went) return sent.size ? [] : then.map(sayOne);
      const known = then.filter(({ key }) => went.has(key));
      const others = [...went].filter(([key]) => !known.some((one) => one.key === key));
      return [...known.map(sayOne), ...others.map(([, name]) => name)];
    };
    const happened = statesOf(incident).filter(({ history }) => history.at(-1)!.at.getTime() <= until);
    const [was, would] = await Promise.all([
      stepsOf(happened, really),
      stepsOf(replayUnder(incident, ladder ?? incident.ladder, until), resolved),
    ]);
    const { elderName, drill, raisedAt } = incident;
    return {
      ...{ ladder: incident.ladder, elderName, drill, raisedAt: raisedAt.toISOString() },
      ...{ was, would, acts: actsOf(incident, until), answeredAfter: answeredAfter(incident) },
    };
  };
