import { isGone } from '@wubian/shared/registry/life.ts';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import { dueWorker, type Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { Streets } from '../streets/index.ts';
import type { DueStore } from './due.store.ts';
import type { LedgerStore } from './ledger.store.ts';
import { ledgerLine } from './ledger-lines.ts';
import { type Audience, noticesFor } from './notices-for.ts';
import { holderBefore, type StoredTask } from './stored-task.ts';
import { hoursToConfirm } from './task.clock.ts';
import type { VolunteerStore } from './volunteer.store.ts';

export interface OutboxDeps {
  due: Pick<DueStore, 'takeForOutbox' | 'handled'>;
  ledger: Pick<LedgerStore, 'add'>;
  volunteers: Pick<VolunteerStore, 'missed'>;
  notices: NoticesDoor;
  accounts: Pick<AccountsDoor, 'holders' | 'residentsOf'>;
  registry: Pick<RegistryDoor, 'familyOf' | 'lifeOf'>;
  streets: Streets;
  clock: Clock;
  log: Logger;
}

/** Who is around the task now: the elder's accounts, her family, the workers of her community. After a death only these. */
async function audienceOf({ accounts, registry }: OutboxDeps, task: StoredTask): Promise<Audience> {
  const { streetId, elderId, communityId } = task;
  const [life, residents, family, workers] = await Promise.all([
    registry.lifeOf(streetId, elderId),
    accounts.residentsOf(streetId, elderId),
    registry.familyOf(streetId, elderId, 'see'),
    accounts.holders(streetId, ['gridWorker', 'communityHead'], communityId),
  ]);
  const isQuiet = life !== null && isGone(life.status);
  return {
    residents: isQuiet ? [] : residents.map(({ accountId }) => ({ accountId, role: 'resident' })),
    family: isQuiet ? [] : family.map(({ accountId }) => ({ accountId, role: 'family' })),
    workers: workers.map(({ accountId, role }) => ({ accountId, role })),
  };
}

/**
 * Does what follows from the history entries that are not handled yet: notices, a line in the ledger, a missed visit.
 * Each effect is made under an id of its entry, so a run that broke off anywhere is simply made again.
 */
async function doEffects(deps: OutboxDeps, task: StoredTask): Promise<void> {
  const [audience, street] = await Promise.all([audienceOf(deps, task), deps.streets.street(task.streetId)]);
  const confirmAfterHours = hoursToConfirm(task, street);
  for (let seq = task.handledSeq + 1; seq <= task.seq; seq++) {
    const entry = task.history[seq - 1]!;
    const line = ledgerLine(task, seq, confirmAfterHours);
    if (line) await deps.ledger.add(line);
    const missedBy = entry.move === 'noShow' ? holderBefore(task.history, seq - 1) : null;
    if (missedBy) await deps.volunteers.missed(task.streetId, missedBy, `${task._id}:${seq}`);
    await deps.notices.tell(noticesFor(task, seq, audience, confirmAfterHours));
  }
  await deps.due.handled(task);
}

/** The history is the outbox: this worker reads it. */
export const createOutboxWorker = (deps: OutboxDeps): Job =>
  dueWorker({
    name: 'companion outbox',
    take: deps.due.takeForOutbox,
    run: (task) => doEffects(deps, task),
    idOf: ({ _id }) => _id,
    clock: deps.clock,
    log: deps.log,
    pollMs: 2_000,
    leaseMs: 15_000,
    // One at a time: whoever waits for an answer goes before whoever will read a notice.
    loops: 1,
  });
