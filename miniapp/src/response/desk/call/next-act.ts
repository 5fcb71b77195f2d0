import type { IncidentStatus, PersonMove } from '@wubian/shared/response/lifecycle.ts';
import type { Incident } from '../../incident/use-incident.ts';

export type MainMove = 'acknowledge' | 'setOut' | 'arrive' | 'handle' | 'endDrill' | 'follow' | 'review';

/** What somebody who comes does next in each status; the first that she may do. */
const steps: Partial<Record<IncidentStatus, readonly MainMove[]>> = {
  raised: ['acknowledge'],
  acknowledged: ['setOut'],
  enRoute: ['arrive'],
  cannotEnter: ['arrive'],
  onScene: ['handle', 'endDrill'],
  handedOver: ['handle'],
  handled: ['follow', 'review'],
  falseAlarm: ['review'],
};

export type Next =
  | { kind: 'act'; move: MainMove }
  /** Somebody else leads: to ask her is what there is to do. */
  | { kind: 'ring'; name: string; phone: string }
  | null;

type Asked = Pick<Incident, 'status' | 'open' | 'mine' | 'responders'> & { can: Record<PersonMove, boolean> };

/** The one main act of the page, for this viewer. */
export function nextOf({ status, open, mine, responders, can }: Asked): Next {
  const lead = responders.find(({ state }) => state === 'lead');
  const comes = mine === 'lead' || mine === 'joined';
  if (open && status !== 'raised' && lead && !comes)
    return lead.phone && /^\d+$/.test(lead.phone) ? { kind: 'ring', name: lead.name, phone: lead.phone } : null;
  const move = steps[status]?.find((one) => can[one]);
  return move ? { kind: 'act', move } : null;
}
