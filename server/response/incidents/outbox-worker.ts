import { targetNames } from '@wubian/shared/response/ladder.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { Clock } from '../../clock.ts';
import { dueWorker, type Job } from '../../jobs/due-worker.ts';
import { accountTopic, deskTopic, type Live } from '../../live/door.ts';
import type { Logger } from '../../log.ts';
import type { NoticesDoor } from '../../notices/door.ts';
import { communityOf, estateOf, type Streets } from '../../streets/index.ts';
import type { DueStore } from './due.store.ts';
import { messagesFor, namesFor, type Telling, tellingsOf } from './messages-for.ts';
import type { Callee, People } from './people.ts';
import { everybody } from './replay-people.ts';
import type { StoodStore } from './stood.store.ts';
import type { StoredIncident } from './stored-incident.ts';

export interface OutboxDeps {
  due: DueStore;
  people: People;
  stood: StoodStore;
  notices: Pick<NoticesDoor, 'send' | 'deliveries'>;
  accounts: Pick<AccountsDoor, 'residentsOf' | 'people'>;
  streets: Streets;
  live: Live;
  codeOf: (incidentId: string, key: string) => string;
  clock: Clock;
  log: Logger;
}

/** Where it is, as far as anybody may read it who was called: the estate, else the community. */
async function placeOf(streets: Streets, { streetId, communityId, estateId }: StoredIncident): Promise<string> {
  const street = await streets.street(streetId);
  return estateOf(street, estateId)?.estate.name ?? communityOf(street, communityId)?.name ?? '';
}

/** The people whom a telling reaches. Who did what is told does not hear of it. */
async function listenersOf(
  deps: OutboxDeps,
  incident: StoredIncident,
  seq: number,
  { to }: Telling,
): Promise<Callee[]> {
  const entry = incident.history[seq - 1]!;
  const { streetId, elderId, responders } = incident;
  const asCallees = async (ids: readonly string[], role: Callee['role']): Promise<Callee[]> => {
    const found = await deps.accounts.people(ids);
    return [...found.values()].map(({ accountId, name, phone }) => ({
      ...{ key: accountId, accountId, name, phone, target: 'onDuty' as const, label: '' },
      role: responders.find((one) => one.accountId === accountId)?.role ?? role,
    }));
  };
  const answered = (states: readonly string[]) =>
    responders.flatMap(({ accountId, state }) => (accountId && states.includes(state) ? [accountId] : []));
  const found = async (): Promise<Callee[]> => {
    if (to === 'leader') return asCallees(answered(['lead']), null);
    if (to === 'responders') return asCallees(answered(['lead', 'joined']), null);
    if (to === 'side') {
      const residents = await deps.accounts.residentsOf(streetId, elderId);
      return asCallees(
        residents.map(({ accountId }) => accountId),
        'resident',
      );
    }
    if (to === 'called') {
      const wanted = targetNames.filter((target) => target !== 'family');
      const called = new Set(
        (await deps.notices.deliveries(streetId, incident._id)).flatMap((one) => one.to.accountId ?? []),
      );
      const all = await deps.people.of(incident, wanted, entry.at);
      return all.filter(({ accountId }) => accountId && called.has(accountId));
    }
    return deps.people.of(incident, to, entry.at);
  };
  const own = entry.by.accountId;
  const isRule = own === null;
  return (await found()).filter(({ accountId }) => isRule || accountId !== own);
}

/**
 * Does what follows from the entries that are not handled yet: messages, and hints for the pages that stand open. Each
 * message has an id of its entry and person, so a run that broke off anywhere is simply made again.
 */
async function doEffects(deps: OutboxDeps, incident: StoredIncident): Promise<void> {
  const names = namesFor(incident, await placeOf(deps.streets, incident));
  for (let seq = incident.handledSeq + 1; seq <= incident.seq; seq++) {
    const told = new Set<string>();
    for (const telling of tellingsOf(incident, seq, names)) {
      const people = (await listenersOf(deps, incident, seq, telling)).filter(({ key }) => !told.has(key));
      for (const { key } of people) told.add(key);
      await deps.notices.send(messagesFor(incident, seq, telling, people, deps.codeOf));
    }
  }
  const { streetId, communityId, elderId, responders } = incident;
  const residents = await deps.accounts.residentsOf(streetId, elderId);
  const accounts = [...residents, ...responders].flatMap(({ accountId }) =>
    accountId ? [accountTopic(accountId)] : [],
  );
  await deps.live.publish({
    topics: [deskTopic(streetId, communityId), deskTopic(streetId), ...accounts],
    kind: 'incident',
    id: incident._id,
  });
  // After everybody has been called: it only serves those who look back.
  if (incident.handledSeq === 0) await deps.stood.keep(incident, await everybody(deps.people, incident));
  await deps.due.handled(incident);
}

/** The history is the outbox: this worker reads it, those first that nobody has answered. */
export const createOutboxWorker = (deps: OutboxDeps): Job =>
  dueWorker({
    name: 'incident outbox',
    take: deps.due.takeForOutbox,
    run: (incident) => doEffects(deps, incident),
    idOf: ({ _id }) => _id,
    clock: deps.clock,
    log: deps.log,
    pollMs: 500,
    leaseMs: 5_000,
    longestPauseMs: 1_000,
    loops: 2,
  });
