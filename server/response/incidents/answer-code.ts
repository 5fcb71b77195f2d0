import type { Output } from '@wubian/shared/endpoint.ts';
import { maskName } from '@wubian/shared/masks.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { canLeave, isOpen, type PersonMove, statuses } from '@wubian/shared/response/lifecycle.ts';
import type { Handler } from '../../handler.ts';
import type { CodeHolder, Recipient } from '../../notices/door.ts';
import { communityOf, estateOf } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import { respondersAfter } from './responders.ts';
import { type By, leaderOf, type StoredIncident } from './stored-incident.ts';

type View = Output<typeof incidentEndpoints.readCode>;
export type Answer = 'coming' | 'arrived' | 'cannot';

/** Each try that fails means that somebody else's act went through. */
const mostTries = 50;
/** Tries of unknown codes from one address; eight letters of 31 are more than anybody can guess at this rate. */
const guessing = { max: 20, windowSeconds: 60 };

const keyOf = (deps: Deps, { accountId, phone }: Recipient): string =>
  accountId ?? `phone:${deps.people.hide(phone ?? '')}`;

async function holderOf(deps: Deps, code: string, address: string) {
  const holder = await deps.notices.byCode(code);
  if (!holder?.incidentId) {
    await deps.limits.take(`answer code ${address}`, guessing, deps.clock());
    throw new Refusal('answer_code_unknown');
  }
  const incident = await deps.incidents.byId(holder.streetId, holder.incidentId);
  if (!incident || holder.expired) throw new Refusal('answer_code_unknown');
  return { holder, incident };
}

/** Whether she is of those who go, and so may lead; family is told, and comes along. */
async function goes(deps: Deps, incident: StoredIncident, { role, phone }: Recipient): Promise<boolean> {
  if (role) return role !== 'family' && role !== 'resident';
  const elder = await deps.registry.elder(incident.streetId, incident.elderId);
  return elder?.keyHolders.some((one) => one.phone === phone) ?? false;
}

async function view(deps: Deps, { to }: Pick<CodeHolder, 'to'>, incident: StoredIncident): Promise<View> {
  const [street, elder] = await Promise.all([
    deps.streets.street(incident.streetId),
    deps.registry.elder(incident.streetId, incident.elderId),
  ]);
  const mine = incident.responders.find(({ key }) => key === keyOf(deps, to))?.state ?? 'called';
  const all = isOpen(incident.status) && (mine === 'lead' || mine === 'joined');
  return {
    ...{ drill: incident.drill, open: incident.open, statusLabel: statuses[incident.status], mine },
    elderName: all ? incident.elderName : maskName(incident.elderName),
    where: [estateOf(street, incident.estateId)?.estate.name, elder?.building].filter(Boolean).join(' '),
    door: all ? (elder?.door ?? null) : null,
    doorNotes: all ? elder?.doorNotes || null : null,
    communityPhone: communityOf(street, incident.communityId)?.phone ?? '',
    leader: leaderOf(incident)?.name ?? null,
  };
}

/** Writes the answer of somebody who has no page of her own: behind a code, or by a key of her telephone. */
export async function answerAs(
  deps: Deps,
  incidentId: { streetId: string; id: string },
  to: Recipient,
  answer: Answer,
): Promise<StoredIncident> {
  const key = keyOf(deps, to);
  for (let turn = 0; turn < mostTries; turn++) {
    const incident = await deps.incidents.byId(incidentId.streetId, incidentId.id);
    if (!incident) throw new Refusal('answer_code_unknown');
    const mine = incident.responders.find((one) => one.key === key)?.state;
    const leads = await goes(deps, incident, to);
    const move: PersonMove =
      answer === 'cannot'
        ? mine === 'lead' && canLeave('giveBack', incident.status)
          ? 'giveBack'
          : 'standDown'
        : answer === 'arrived'
          ? 'arrive'
          : leads && incident.status === 'raised'
            ? 'acknowledge'
            : 'join';
    const isSame =
      (move === 'join' && (mine === 'lead' || mine === 'joined')) || (move === 'standDown' && mine === 'stoodDown');
    if (isSame || (move === 'arrive' && incident.status === 'onScene')) return incident;
    if (!canLeave(move, incident.status)) throw new Refusal('incident_moved_on');
    const relation = to.role === 'family' ? '家属' : to.role ? '' : leads ? '钥匙保管人' : '联系人';
    const by: By = { accountId: to.accountId, name: to.name, role: to.role, relation };
    const at = deps.clock();
    const set = { responders: respondersAfter(incident, move, key, by, at) };
    const moved = await deps.incidents.move(incident, { move, by, at, set });
    if (!moved) continue;
    deps.poke();
    return moved;
  }
  throw new Refusal('busy');
}

/** What the holder of a code reads, without signing in; opening it is the fact "seen". */
export const readCode =
  (deps: Deps): Handler<typeof incidentEndpoints.readCode> =>
  async (_caller, { code }, call) => {
    const { holder, incident } = await holderOf(deps, code, call.address);
    await deps.notices.seen(incident.streetId, incident._id, { code }, deps.clock());
    return view(deps, holder, incident);
  };

/** The holder of a code comes, is there, or cannot. */
export const answerCode =
  (deps: Deps): Handler<typeof incidentEndpoints.answerCode> =>
  async (_caller, { code, answer }, call) => {
    const { holder, incident } = await holderOf(deps, code, call.address);
    const after = await answerAs(deps, { streetId: incident.streetId, id: incident._id }, holder.to, answer);
    if (answer !== 'cannot') await deps.notices.accepted(incident.streetId, incident._id, { code }, deps.clock());
    call.about({ elderIds: [incident.elderId], what: '凭编号回答求助', reveal: answer !== 'cannot' });
    return view(deps, holder, after);
  };
