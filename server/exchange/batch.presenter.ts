import type { Output } from '@wubian/shared/endpoint.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { batchStates } from '@wubian/shared/exchange/imports-contract.ts';
import type { Actor } from '../actor.ts';
import type { StoredBatch } from './batch.store.ts';
import type { Room } from './room.ts';

type Batch = Output<typeof exchange.readBatch>;

/** What may be done with a batch now; the handlers ask the same. */
export function batchCan(batch: StoredBatch, actor: Pick<Actor, 'accountId'>, now: Date): Batch['can'] {
  const { state, states, undoUntil } = batch;
  const isOpen = state === 'mapping' || state === 'ready' || state === 'failed';
  const left = states?.waiting ?? 0;
  return {
    map: isOpen,
    check: isOpen,
    decide: state === 'ready',
    apply: state === 'ready' || (state === 'applied' && left > 0),
    undo: state === 'applied' && (undoUntil === null || undoUntil > now),
    drop: isOpen,
    errorSheet: batch.by === actor.accountId && batch.counts !== null && batch.counts.refused > 0,
  };
}

/** Batches as the office sees them. */
export async function presentBatches(room: Room, actor: Actor, batches: readonly StoredBatch[]): Promise<Batch[]> {
  const people = await room.accounts.people([...new Set(batches.map(({ by }) => by))]);
  const now = room.now();
  return batches.map((batch) => ({
    id: batch.id,
    source: batch.source,
    fileName: batch.fileName,
    byName: people.get(batch.by)?.name ?? '',
    at: batch.at.toISOString(),
    state: batch.state,
    stateLabel: batchStates[batch.state],
    words: batch.words,
    sheetName: batch.sheetName,
    sheetNames: batch.sheetNames,
    progress: { rows: batch.rows, total: batch.total },
    header: {
      row: batch.headerRow,
      columns: batch.titles.map((title, i) => ({
        title,
        key: batch.columns[i] ?? null,
        sure: batch.sure[i] ?? false,
      })),
      remembered: batch.remembered,
    },
    communityId: batch.communityId,
    counts: batch.counts,
    states: batch.states,
    undecided: batch.undecided,
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    undoUntil: batch.undoUntil?.toISOString() ?? null,
    can: batchCan(batch, actor, now),
  }));
}

export const presentBatch = async (room: Room, actor: Actor, batch: StoredBatch): Promise<Batch> =>
  (await presentBatches(room, actor, [batch]))[0]!;
