import { createHash } from 'node:crypto';
import { Refusal } from '@wubian/shared/refusals.ts';
import { isAtHome } from '@wubian/shared/registry/life.ts';
import { reasons } from '@wubian/shared/response/rollcall/labels.ts';
import { dueWorker, type Job } from '../../jobs/due-worker.ts';
import type { Logger } from '../../log.ts';
import type { MessageToSend } from '../../notices/door.ts';
import type { Deps } from './deps.ts';
import { hint } from './hint.ts';
import { messageTo, saidOf } from './messages.ts';
import { bySystem, type StoredRollCall, type StoredRow } from './stored.ts';
import { words } from './words.ts';

/** Rows that go up within this time make one message to whoever is asked next, not one each. */
const gatherMs = 300_000;

/** An incident's id that is always the same for the same row and cause. */
export const incidentIdOf = (rowId: string, cause: string): string =>
  createHash('sha256').update(`roll-call:${rowId}:${cause}`).digest('hex').slice(0, 24);

/** What this process has sent in these minutes: a hundred rows that go up together need one write, not a hundred. */
const keptSent = 5_000;
const sent = new Set<string>();

async function sendOnce(deps: Deps, message: MessageToSend): Promise<void> {
  if (sent.has(message.id)) return;
  await deps.notices.send([message]);
  if (sent.size >= keptSent) sent.clear();
  sent.add(message.id);
}

/** Asks the next in turn. The message goes first: its id is the same in a second run, and a lost one would be silence. */
async function goUp(deps: Deps, call: StoredRollCall, row: StoredRow, now: Date): Promise<StoredRow | null> {
  const next = row.callers[row.step + 1]!;
  const person = (await deps.accounts.people([next.accountId])).get(next.accountId);
  const turn = Math.floor((row.deadline!.getTime() - (call.toldAt ?? call.startedAt).getTime()) / gatherMs);
  const message = { cause: `up${turn}`, body: words.next(saidOf(call)), at: now };
  await sendOnce(deps, messageTo(call, { ...next, phone: person?.phone ?? null }, message));
  return deps.rows.move(
    row,
    { kind: 'nextTier', by: bySystem, at: now },
    {
      ...{ state: 'waiting', step: row.step + 1, deadline: new Date(now.getTime() + call.minutes * 60_000) },
      calledIds: [...new Set([...row.calledIds, next.accountId])],
    },
  );
}

/** Nobody is left to be asked: the alarm, once. */
async function raiseAlarm(deps: Deps, call: StoredRollCall, row: StoredRow, now: Date): Promise<StoredRow | null> {
  const { streetId, elderId, _id } = row;
  const { incidentId } = await deps.incidents.raise({
    ...{ id: incidentIdOf(_id, 'silent'), streetId, elderId, source: 'rollCall', by: bySystem, drill: call.drill },
    words: words.alarm(reasons[call.reason].label),
  });
  return deps.rows.move(
    row,
    { kind: 'alarm', by: bySystem, at: now },
    { state: 'notReached', deadline: null, incidentId },
  );
}

const leave = (deps: Deps, row: StoredRow, now: Date) =>
  deps.rows.move(row, { kind: 'leave', by: bySystem, at: now }, { state: 'away', deadline: null });

async function step(deps: Deps, row: StoredRow, now: Date): Promise<void> {
  const isDue = row.deadline !== null && row.deadline <= now;
  if (!row.open || !isDue) return deps.rows.lookAgain(row, row.open ? row.deadline : null);
  const call = await deps.calls.byId(row.streetId, row.rollCallId);
  if (!call) return deps.rows.lookAgain(row, null);
  const life = await deps.registry.lifeOf(row.streetId, row.elderId);
  const isLast = row.step + 1 >= row.callers.length;
  // Refused when somebody answered since it was read: that answer has already set what is due next.
  const moved =
    !life || !isAtHome(life.status)
      ? await leave(deps, row, now)
      : isLast
        ? await raiseAlarm(deps, call, row, now).catch((error: unknown) => {
            if (error instanceof Refusal && error.code === 'elder_not_found') return leave(deps, row, now);
            throw error;
          })
        : await goUp(deps, call, row, now);
  if (moved) hint(deps, moved);
}

/**
 * Moves on what nobody has answered in time: to the next tier, at last to an alarm. Each overdue step is made once;
 * after a stop of any length the next one counts from then.
 */
export const createStepWorker = (deps: Deps, log: Logger): Job =>
  dueWorker<StoredRow>({
    name: 'roll-call clock',
    take: deps.rows.take,
    run: (row, now) => step(deps, row, now),
    idOf: ({ _id }) => _id,
    clock: deps.clock,
    log,
    pollMs: 1_000,
    leaseMs: 10_000,
    loops: 4,
  });
