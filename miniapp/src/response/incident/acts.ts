import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import type { Incident } from './use-incident.ts';

type Standing = Pick<Incident, 'status' | 'mine' | 'can' | 'responders'>;

/** What stands large, by where it stands, first what fits best. */
const large: Partial<Record<Incident['status'], readonly PersonMove[]>> = {
  raised: ['acknowledge', 'join'],
  acknowledged: ['setOut', 'arrive'],
  enRoute: ['arrive'],
  cannotEnter: ['arrive'],
  onScene: ['handle', 'endDrill'],
  handedOver: ['handle', 'endDrill'],
};
/** The others, in the order in which they are needed; drawn when `can` allows. */
const others: readonly PersonMove[] = [
  ...(['setOut', 'arrive', 'join', 'cannotEnter', 'noAnswer', 'handOver', 'handle', 'takeLead'] as const),
  ...(['pressAgain', 'standDown', 'giveBack', 'falseAlarm', 'endDrill'] as const),
];

/** The one large act for this viewer, and the rest. `me` is her name: family that comes along is not asked again. */
export function actsFor({ status, mine, can, responders }: Standing, me: string) {
  const isLed = responders.some(({ state }) => state === 'lead');
  const comes = mine === 'lead' || responders.some(({ name, state }) => state === 'joined' && name === me);
  const may = (move: PersonMove): boolean => {
    if (!can[move]) return false;
    // As long as nobody leads, whoever may lead is wanted as the leader.
    if (move === 'join') return !comes && (isLed || !can.acknowledge);
    return move !== 'takeLead' || comes || mine === 'desk';
  };
  // Who does not lead does not set out for another: she comes along first.
  const wanted = isLed && !comes ? (['join'] as const) : (large[status] ?? []);
  const main = wanted.find(may) ?? null;
  return { main, others: others.filter((move) => move !== main && may(move)) };
}
