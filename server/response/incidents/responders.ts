import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import type { By, Responder, StoredIncident } from './stored-incident.ts';

/** Moves by which a person takes it on when nobody leads yet. */
const takes: readonly PersonMove[] = ['acknowledge', 'setOut', 'arrive', 'cannotEnter'];

/** Who has answered, after this move by this person. The first who takes it on leads; everybody stands in it once. */
export function respondersAfter(
  { responders }: Pick<StoredIncident, 'responders'>,
  move: PersonMove,
  key: string,
  by: By,
  at: Date,
): Responder[] {
  const others = responders.filter((one) => one.key !== key);
  const mine = responders.find((one) => one.key === key);
  const { accountId, name, role, relation } = by;
  const as = (state: Responder['state']): Responder => ({ key, accountId, name, role, relation, state, at });
  const hasLead = others.some(({ state }) => state === 'lead');
  if (takes.includes(move)) {
    if (mine?.state === 'lead') return responders;
    return [...others, as(hasLead ? 'joined' : 'lead')];
  }
  switch (move) {
    case 'takeLead':
      return [...others.map((one) => (one.state === 'lead' ? { ...one, state: 'joined' as const } : one)), as('lead')];
    case 'join':
      return mine?.state === 'lead' ? responders : [...others, as('joined')];
    case 'standDown':
    case 'giveBack':
      return [...others, as('stoodDown')];
    case 'reopen':
      return responders.map((one) => (one.state === 'lead' ? { ...one, state: 'joined' as const } : one));
    default:
      return responders;
  }
}
