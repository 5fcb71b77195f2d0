import type { Output } from '@wubian/shared/endpoint.ts';
import { maskName, maskPhone } from '@wubian/shared/masks.ts';
import { ageOn } from '@wubian/shared/registry/categories.ts';
import { sayAct } from '@wubian/shared/response/acts.ts';
import { rungsCalled } from '@wubian/shared/response/deadlines.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { filedAt, outcomes, proofs, sources } from '@wubian/shared/response/labels.ts';
import { channels, type Target } from '@wubian/shared/response/ladder.ts';
import { moveRow, statuses } from '@wubian/shared/response/lifecycle.ts';
import { checkResults, checkSteps, checks } from '@wubian/shared/response/no-answer.ts';
import { roles } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../../actor.ts';
import type { Call } from '../../handler.ts';
import type { Delivery } from '../../notices/door.ts';
import type { ElderFile } from '../../registry/door.ts';
import { communityOf, estateOf } from '../../streets/index.ts';
import { checkedOf, dueOf } from './clocked.ts';
import type { Deps } from './deps.ts';
import { canMap, type Sight, seesAll } from './incident.policy.ts';
import { type By, type Entry, leaderOf, type StoredIncident } from './stored-incident.ts';

type WireIncident = Output<typeof incidentEndpoints.incident>;
type WireRow = Output<typeof incidentEndpoints.myIncidents>['items'][number];

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** '网格员 刘芳', '女儿 周敏', '系统'. */
export const sayBy = ({ name, role, relation }: By): string =>
  [relation || (role && role !== 'resident' ? roles[role].label : ''), name].filter(Boolean).join(' ');

/** The ladder's next step, before it is known who it will be. */
const callsMore = '再通知下一批人';

/** The next thing that the clock does, in words. */
export function nextOf(incident: StoredIncident): WireIncident['next'] {
  const due = dueOf(incident);
  return (
    due && { at: new Date(due.at).toISOString(), label: due.move === 'call' ? callsMore : moveRow(due.move).label }
  );
}

/** Who did it; an old person's own name only for those who may read it. */
const bySeen = (by: By, named: boolean): string =>
  sayBy(by.role === 'resident' && !named ? { ...by, name: maskName(by.name) } : by);

const entryOf = (entry: Entry, index: number, named: boolean): WireIncident['history'][number] => ({
  seq: index + 1,
  move: entry.move,
  label: entry.move === 'raise' ? '求助' : moveRow(entry.move).label,
  at: entry.at.toISOString(),
  by: bySeen(entry.by, named),
  words: [entry.rung === null ? '' : `第 ${entry.rung + 1} 步`, sayAct({ ...entry.said, words: entry.words })]
    .filter(Boolean)
    .join('，'),
});

function endOf({ history, open }: StoredIncident): WireIncident['end'] {
  if (open) return null;
  const entry = history.findLast(({ move }) => move === 'handle' || move === 'falseAlarm' || move === 'endDrill');
  if (!entry) return null;
  const { proof, proofBy, outcome } = entry.said;
  return {
    at: entry.at.toISOString(),
    proof: proof ? `${proofs[proof]}（${proofBy ?? entry.by.name}）` : moveRow(entry.move as 'handle').label,
    outcome: outcome ? outcomes[outcome] : '',
    words: entry.words,
  };
}

const deliveredOf = (one: Delivery): WireIncident['deliveries'][number] => ({
  name: one.to.name,
  channel: one.channel,
  channelLabel: one.channel === 'console' ? '演示' : channels[one.channel],
  queuedAt: one.queuedAt.toISOString(),
  ...{ sentAt: iso(one.sentAt), deliveredAt: iso(one.deliveredAt) },
  ...{ seenAt: iso(one.seenAt), acceptedAt: iso(one.acceptedAt), failed: one.failed?.words ?? null },
});

/** Whom to ring by hand, in the order of the ladder. */
async function callSheetOf(deps: Deps, incident: StoredIncident, at: Date): Promise<WireIncident['callSheet']> {
  const wanted: Target[] = ['family', 'keyHolders', 'circleLead', 'onDuty', 'communityHead', 'dutyLeader'];
  const people = await deps.people.of(incident, wanted, at);
  return people.flatMap(({ target, label, name, phone }) => (phone ? [{ target, label, name, phone }] : []));
}

const followDueAt = (incident: StoredIncident): string | null => {
  if (incident.status !== 'handled' || incident.followed || incident.drill) return null;
  return new Date(incident.since.getTime() + incident.times.follow * 1_000).toISOString();
};

const isNamed = (sight: Sight, all: boolean): boolean => all || sight === 'desk' || sight === 'stoodDown';

/** The file's part of the page: hidden ones are null, and nothing that is hidden is fetched. */
function personOf(
  incident: StoredIncident,
  elder: ElderFile | null,
  { all, sight, isStaff }: { all: boolean; sight: Sight; isStaff: boolean },
  today: string,
) {
  // Staff who came write the report and ring her the next day; a neighbour's errand ends with the call.
  const named = all || sight === 'desk' || sight === 'stoodDown' || (isStaff && sight !== 'called');
  return {
    elder: {
      id: sight === 'desk' || sight === 'lead' || sight === 'side' ? incident.elderId : null,
      name: named ? incident.elderName : maskName(incident.elderName),
      age: elder?.birthDate ? ageOn(elder.birthDate, today) : null,
      phone: all ? (elder?.phone ?? elder?.landline ?? null) : null,
      careNotes: all ? elder?.careNotes || null : null,
    },
    door: all ? (elder?.door ?? null) : null,
    doorNotes: all ? elder?.doorNotes || null : null,
  };
}

/** The page of one incident for this viewer. What it opens is entered in the audit, if `call` is given. */
export async function present(
  deps: Deps,
  actor: Actor,
  incident: StoredIncident,
  sight: Sight,
  call?: Call,
): Promise<WireIncident> {
  const { streetId, communityId, estateId, elderId } = incident;
  const now = deps.clock();
  const all = seesAll(sight, incident);
  const isStaff = roles[actor.role].staff;
  const works = all && sight !== 'side';
  const [street, elder, deliveries, entry, callSheet, people] = await Promise.all([
    deps.streets.street(streetId),
    deps.registry.elder(streetId, elderId),
    isStaff ? deps.notices.deliveries(streetId, incident._id) : [],
    works ? deps.registry.consentOf(streetId, elderId, 'entry') : null,
    works && isStaff ? callSheetOf(deps, incident, now) : [],
    all ? deps.accounts.people(incident.responders.flatMap(({ accountId }) => accountId ?? [])) : null,
  ]);
  if (works) call?.about({ elderIds: [elderId], what: '求助时查看门牌、电话、照护提示', reveal: true });
  const { door, doorNotes, ...person } = personOf(incident, elder, { all, sight, isStaff }, dayOf(now));
  const steps = incident.noAnswerSince ? checkSteps(incident.noAnswerSince.getTime(), checkedOf(incident)) : [];
  const follow = incident.history.findLast(({ move }) => move === 'follow');
  const phoneOf = (accountId: string | null): string | null => {
    const phone = (accountId && people?.get(accountId)?.phone) || null;
    return phone && (sight === 'stoodDown' || !all) ? maskPhone(phone) : phone;
  };
  return {
    id: incident._id,
    drill: incident.drill,
    ...{ source: incident.source, sourceLabel: sources[incident.source] },
    ...{ status: incident.status, statusLabel: statuses[incident.status], open: incident.open },
    triage: incident.triage,
    ...{ raisedAt: incident.raisedAt.toISOString(), heardAt: iso(incident.heardAt) },
    words: all ? (incident.history[0]?.words ?? '') : '',
    raisedBy: bySeen(incident.raisedBy, isNamed(sight, all)),
    ...person,
    place: {
      communityId,
      communityName: communityOf(street, communityId)?.name ?? '',
      estateName: [estateOf(street, estateId)?.estate.name ?? '', all ? '' : (elder?.building ?? '')]
        .filter(Boolean)
        .join(' '),
      ...{ door, doorNotes },
    },
    ...{ entry, callSheet },
    responders: incident.responders.map((one) => ({
      ...{ name: one.name, state: one.state, at: one.at.toISOString(), phone: phoneOf(one.accountId) },
      roleLabel: one.relation || (one.role ? roles[one.role].label : ''),
    })),
    mine: sight,
    next: isStaff || works ? nextOf(incident) : null,
    rungsCalled: rungsCalled(incident.history.map(({ move, at }) => ({ move, at: at.getTime() }))),
    rungs: incident.ladder.rungs.length,
    noAnswerSince: iso(incident.noAnswerSince),
    checks: steps.map(({ check, state, result, dueAt }) => ({
      ...{ check, label: checks[check].label, hint: checks[check].hint, state },
      result: result && checkResults[result],
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    })),
    end: endOf(incident),
    followed: follow ? { at: follow.at.toISOString(), words: follow.words } : null,
    followDueAt: followDueAt(incident),
    numbers: isStaff
      ? incident.history.flatMap(({ move, said, at }) =>
          move === 'number' && said.where
            ? [{ where: filedAt[said.where], number: said.number ?? '', at: at.toISOString() }]
            : [],
        )
      : [],
    history: (sight === 'called'
      ? []
      : incident.history.map((entry, index) => entryOf(entry, index, isNamed(sight, all)))
    ).filter(({ move }) => isStaff || works || (move !== 'note' && move !== 'number')),
    deliveries: deliveries.map(deliveredOf),
    can: canMap(sight, actor, incident),
  };
}

/** A row of a list; who has not answered reads the surname only. */
export async function presentRow(deps: Deps, incident: StoredIncident, named: boolean): Promise<WireRow> {
  const street = await deps.streets.street(incident.streetId);
  const estate = estateOf(street, incident.estateId)?.estate;
  const waited = (deps.clock().getTime() - incident.raisedAt.getTime()) / 1_000;
  const isThere = incident.history.some(({ move }) => move === 'arrive');
  return {
    id: incident._id,
    drill: incident.drill,
    sourceLabel: sources[incident.source],
    ...{ status: incident.status, statusLabel: statuses[incident.status], open: incident.open },
    triage: incident.triage,
    ...{ raisedAt: incident.raisedAt.toISOString(), since: incident.since.toISOString() },
    elderName: named ? incident.elderName : maskName(incident.elderName),
    communityName: communityOf(street, incident.communityId)?.name ?? '',
    estateName: estate?.name ?? '',
    leader: leaderOf(incident)?.name ?? null,
    noAnswer: incident.noAnswerSince !== null && incident.open,
    late: incident.open && !isThere && waited > incident.times.onSite,
    next: incident.open ? nextOf(incident) : null,
    point: estate?.point ?? null,
  };
}
