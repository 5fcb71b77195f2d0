import type { Phase } from '@wubian/shared/response/rollcall/labels.ts';
import type { Clock } from '../../clock.ts';
import { dueWorker, type Job } from '../../jobs/due-worker.ts';
import { deskTopic } from '../../live/door.ts';
import type { Logger } from '../../log.ts';
import type { ChosenElder } from '../../registry/door.ts';
import type { Deps } from './deps.ts';
import { helpersOf, keyHoldersOf } from './helpers.ts';
import { messageTo, saidOf } from './messages.ts';
import { planOf } from './options.ts';
import type { StoredRollCall, StoredRow } from './stored.ts';
import { words } from './words.ts';

const chunk = 250;
const leaseMs = 30_000;

async function toRow(deps: Deps, { _id, streetId }: StoredRollCall, elder: ChosenElder): Promise<StoredRow> {
  const { id, name, communityId, estateId, building, risk, responsibleId, keyPhones } = elder;
  return {
    ...{
      _id: `${_id}:${id}`,
      streetId,
      rollCallId: _id,
      communityId,
      estateId,
      building,
      elderId: id,
      elderName: name,
    },
    ...{ risk, responsibleId, keyHolders: await keyHoldersOf(deps, streetId, communityId, keyPhones) },
    ...{ planned: false, callers: [], step: -1, calledIds: [], state: 'waiting', open: true, incidentId: null },
    ...{ deadline: null, nextDue: null, token: null, history: [], seq: 0 },
  };
}

/** Writes the next rows of the list. */
async function list(deps: Deps, call: StoredRollCall, now: Date): Promise<void> {
  const { streetId, communityIds, choice, listedTo } = call;
  const elders = await deps.registry.chosen.page(streetId, { ...choice, communityIds }, listedTo, chunk);
  await deps.lists.add(await Promise.all(elders.map((elder) => toRow(deps, call, elder))));
  if (elders.length === chunk) {
    await deps.calls.note(call, { listedTo: elders.at(-1)!.id, listed: call.listed + elders.length }, now);
    return;
  }
  const listed = await deps.lists.size(streetId, call._id);
  const helpers = await helpersOf(deps, streetId, communityIds, now);
  await deps.calls.note(call, { phase: 'planning', listed, helpers }, now);
}

/** Writes who is asked. The splitting comes out the same each time, so one broken off goes on as it began. */
async function plan(deps: Deps, call: StoredRollCall, clock: Clock): Promise<void> {
  const { streetId, helpers, perPerson } = call;
  const [rows, street] = await Promise.all([deps.lists.toSplit(streetId, call._id), deps.streets.street(streetId)]);
  const open = new Set(rows.flatMap(({ _id, planned }) => (planned ? [] : [_id])));
  const todo = planOf(rows, helpers, street, perPerson).filter(({ _id }) => open.has(_id));
  for (let at = 0; at < todo.length; at += chunk) {
    await deps.lists.plan(streetId, todo.slice(at, at + chunk));
    const planned = rows.length - todo.length + Math.min(todo.length, at + chunk);
    if (!(await deps.calls.note(call, { planned }, new Date(clock().getTime() + leaseMs)))) return;
  }
  // From here the time of the first tier runs, whatever becomes of this process.
  await deps.calls.note(call, { phase: 'telling', planned: rows.length, toldAt: clock() }, clock());
}

/** Gives everybody who is asked one message with the length of her list. */
async function tell(deps: Deps, call: StoredRollCall): Promise<void> {
  const { streetId, _id, minutes } = call;
  const at = call.toldAt!;
  await deps.lists.startTime(streetId, _id, new Date(at.getTime() + minutes * 60_000));
  const [waiting, callers] = await Promise.all([
    deps.lists.waitingByCaller(streetId, _id),
    deps.lists.callers(streetId, _id),
  ]);
  const ids = [...waiting.keys()];
  const people = await deps.accounts.people(ids);
  for (let from = 0; from < ids.length; from += chunk)
    await deps.notices.send(
      ids
        .slice(from, from + chunk)
        .map((id) =>
          messageTo(
            call,
            { ...callers.get(id)!, phone: people.get(id)?.phone ?? null },
            { cause: 'first', body: words.first(waiting.get(id)!, saidOf(call)), at },
          ),
        ),
    );
  await deps.calls.note(call, { phase: 'running' }, null);
}

async function close({ lists, calls }: Deps, call: StoredRollCall): Promise<void> {
  await lists.close(call.streetId, call._id);
  await calls.note(call, { phase: 'closed' }, null);
}

const steps: Partial<Record<Phase, (deps: Deps, call: StoredRollCall, now: Date) => Promise<void>>> = {
  listing: list,
  planning: (deps, call) => plan(deps, call, deps.clock),
  telling: tell,
  closing: close,
};

/** Writes lists in batches, each under a lease: killed anywhere, another process goes on and writes nothing twice. */
export const createWriteWorker = (deps: Deps, log: Logger): Job =>
  dueWorker<StoredRollCall>({
    name: 'roll-call writer',
    take: deps.calls.take,
    async run(call, now) {
      await steps[call.phase]?.(deps, call, now);
      const { streetId, communityIds, _id } = call;
      // Closed while this batch was being written: then its rows are closed, too.
      if ((await deps.calls.byId(streetId, _id))?.phase === 'closed') await deps.lists.close(streetId, _id);
      const topics = [deskTopic(streetId), ...communityIds.map((id) => deskTopic(streetId, id))];
      void deps.live.publish({ topics, kind: 'rollCall', id: _id });
    },
    idOf: ({ _id }) => _id,
    clock: deps.clock,
    log,
    pollMs: 1_000,
    leaseMs,
    loops: 1,
  });
