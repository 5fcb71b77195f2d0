import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { communityOf } from '../streets/index.ts';
import { batchCan, presentBatch, presentBatches } from './batch.presenter.ts';
import type { StoredBatch } from './batch.store.ts';
import { keptMs } from './file.store.ts';
import type { Room } from './room.ts';
import { rememberMapping } from './start-batch.ts';
import { words } from './words.ts';

/** A batch of the caller's street. */
export async function batchOf({ batches }: Room, actor: Actor, id: string): Promise<StoredBatch> {
  const batch = await batches.byId(actor.streetId, id);
  if (!batch || batch.state === 'dropped') throw new Refusal('batch_not_found');
  return batch;
}

async function checkCommunities({ streets }: Room, batch: StoredBatch, ids: readonly string[]): Promise<void> {
  const street = await streets.street(batch.streetId);
  const isReached = (id: string) => communityOf(street, id) && (batch.communityIds?.includes(id) ?? true);
  if (!ids.every(isReached)) throw new Refusal('area_unknown');
}

const moved = async (room: Room, actor: Actor, batch: StoredBatch | null) => {
  if (!batch) throw new Refusal('batch_moved_on');
  return presentBatch(room, actor, batch);
};
const open = ['mapping', 'ready', 'failed'] as const;

/** Says what the columns are. A check that was made is void with the mapping that it was made by. */
export const setMapping =
  (room: Room): Handler<typeof exchange.setMapping> =>
  async (actor, { batchId, columns, communityId, remember }) => {
    const batch = await batchOf(room, actor, batchId);
    if (columns.length !== batch.titles.length) throw badField('columns', words.columnsDiffer);
    const twice = columns.findIndex((key, i) => key !== null && columns.indexOf(key) !== i);
    if (twice >= 0) throw badField(`columns.${twice}`, words.twiceMapped(batch.titles[twice] ?? ''));
    if (communityId) await checkCommunities(room, batch, [communityId]);
    const changes = { columns, sure: columns.map((key) => key !== null), communityId, remembered: remember };
    const cleared = { state: 'mapping' as const, counts: null, states: null, undecided: 0, total: null, rows: 0 };
    const mapped = await room.batches.move(batch, open, { ...changes, ...cleared, words: '' });
    if (mapped && remember) await rememberMapping(room, mapped, actor.accountId);
    return moved(room, actor, mapped);
  };

/** Starts the dry run. */
export const checkBatch =
  (room: Room): Handler<typeof exchange.checkBatch> =>
  async (actor, { batchId, missingIn = null }, call) => {
    const batch = await batchOf(room, actor, batchId);
    if (batch.state === 'checking') return presentBatch(room, actor, batch);
    if (!batch.columns.includes('name')) throw new Refusal('name_column_missing');
    if (missingIn) await checkCommunities(room, batch, missingIn);
    const now = room.now();
    const file = await room.files.byId(batch.streetId, batch.fileId);
    if (!file || file.expiresAt <= now) throw new Refusal('file_not_found');
    await room.files.keepUntil(file, new Date(now.getTime() + keptMs));
    call.about({ what: words.checked(batch.fileName) });
    const begun = { state: 'checking' as const, missingIn, place: '', rows: 0, total: null, counts: null, words: '' };
    const checking = await room.batches.move(batch, open, { ...begun, states: null, undecided: 0 }, now);
    room.poke.imports();
    return moved(room, actor, checking);
  };

/** Starts to write what the check has found; asked again it goes on. */
export const applyBatch =
  (room: Room): Handler<typeof exchange.applyBatch> =>
  async (actor, { batchId }, call) => {
    const batch = await batchOf(room, actor, batchId);
    const now = room.now();
    if (batch.state === 'applying' || (batch.state === 'applied' && !batchCan(batch, actor, now).apply))
      return presentBatch(room, actor, batch);
    const { counts } = batch;
    const total = (counts?.new ?? 0) + (counts?.changed ?? 0) + (counts?.twin ?? 0) - batch.undecided;
    call.about({ what: words.applying(total) });
    const begun = { state: 'applying' as const, place: '', rows: 0, total, words: '', rowsUntil: null };
    const who = { appliedAt: batch.appliedAt ?? now, appliedBy: batch.appliedBy ?? actor.accountId };
    const applying = await room.batches.move(batch, ['ready', 'applied'], { ...begun, ...who }, now);
    room.poke.imports();
    return moved(room, actor, applying);
  };

/** Starts to take a whole batch back. */
export const undoBatch =
  (room: Room): Handler<typeof exchange.undoBatch> =>
  async (actor, { batchId }, call) => {
    const batch = await batchOf(room, actor, batchId);
    if (batch.state === 'undoing') return presentBatch(room, actor, batch);
    const now = room.now();
    if (!batchCan(batch, actor, now).undo) throw new Refusal('batch_moved_on');
    const total = batch.states?.written ?? 0;
    call.about({ what: words.undoing(total) });
    const begun = { state: 'undoing' as const, place: '', rows: 0, total, words: '' };
    const undoing = await room.batches.move(batch, ['applied'], begun, now);
    room.poke.imports();
    return moved(room, actor, undoing);
  };

/** Gives up a batch that has written nothing. */
export const dropBatch =
  (room: Room): Handler<typeof exchange.dropBatch> =>
  async (actor, { batchId }) => {
    const batch = await batchOf(room, actor, batchId);
    const dropped = await room.batches.move(batch, open, { state: 'dropped', rowsUntil: room.now() });
    if (!dropped) throw new Refusal('batch_moved_on');
    await room.rows.drop(batchId);
    return { done: true };
  };

export const readBatch =
  (room: Room): Handler<typeof exchange.readBatch> =>
  async (actor, { batchId }) =>
    presentBatch(room, actor, await batchOf(room, actor, batchId));

export const listBatches =
  (room: Room): Handler<typeof exchange.listBatches> =>
  async (actor, { limit, cursor }) => {
    const after = cursor ? await room.batches.byId(actor.streetId, cursor) : null;
    const found = await room.batches.list(actor.streetId, after, limit + 1);
    const shown = found.slice(0, limit);
    return {
      items: await presentBatches(
        room,
        actor,
        shown.filter(({ state }) => state !== 'dropped'),
      ),
      next: found.length > limit ? shown.at(-1)!.id : null,
    };
  };
