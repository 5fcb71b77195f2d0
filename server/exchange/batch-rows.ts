import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { twinDecisions } from '@wubian/shared/exchange/imports-contract.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { StoredBatch } from './batch.store.ts';
import { changedPart, newElderId } from './check-chunk.ts';
import { contextOf } from './check-step.ts';
import { type RowContext, readRow } from './read-row.ts';
import type { Room } from './room.ts';
import { presentRows } from './row.presenter.ts';
import type { StoredRow } from './row.store.ts';
import { batchOf } from './run-batch.ts';
import { words } from './words.ts';

/** What the check has found, row by row. */
export const listRows =
  (room: Room): Handler<typeof exchange.listRows> =>
  async (actor, { batchId, verdict, state, limit, cursor = '' }) => {
    const batch = await batchOf(room, actor, batchId);
    const found = await room.rows.page(batch, {
      verdict,
      state,
      after: cursor && `${batchId}:${cursor}`,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    return {
      items: await presentRows(room, batch, shown),
      next: found.length > limit ? shown.at(-1)!.id.slice(batchId.length + 1) : null,
    };
  };

type Decide = (row: StoredRow) => Promise<StoredRow>;

/** Reads a possible duplicate again, as whom the clerk says that it is. */
function decider(
  room: Room,
  batch: StoredBatch,
  context: Omit<RowContext, 'names'>,
): Record<'same' | 'new' | 'skip', Decide> {
  const { registry } = room;
  const undecided = (row: StoredRow) => ({
    ...row,
    elderId: null,
    from: 0,
    content: { ...row.content, facts: null, before: null },
  });
  const refuse = (row: StoredRow, why: string) => badField('rows', `第 ${row.row} 行：${why}`);
  return {
    skip: async (row) => ({ ...undecided(row), decision: 'skip' }),
    async new(row) {
      const names = await registry.batch.names(batch.streetId, []);
      const { facts, faults } = readRow(new Map(row.content.cells), null, { ...context, names });
      if (faults.length) throw refuse(row, words.newCannot);
      const content = { ...row.content, facts, before: null };
      return { ...row, decision: 'new', elderId: newElderId(batch.id, row.row!), from: 0, content };
    },
    async same(row) {
      const [file] = await registry.batch.find(batch.streetId, { ids: [row.content.twin!.elderId] });
      if (!file) throw refuse(row, words.sameCannot);
      const names = await registry.batch.names(batch.streetId, [file.facts.responsibleId]);
      const { facts, faults } = readRow(new Map(row.content.cells), file.facts, { ...context, names });
      if (faults.length || file.status === 'dead') throw refuse(row, words.sameCannot);
      const before = changedPart(file.facts, registry.batch.changedFields(file.facts, facts));
      return {
        ...row,
        decision: 'same',
        elderId: file.id,
        from: file.version,
        content: { ...row.content, facts, before },
      };
    },
  };
}

/** Says of possible duplicates who they are. */
export const decideRows =
  (room: Room): Handler<typeof exchange.decideRows> =>
  async (actor, { batchId, rows: numbers, decision }, call) => {
    const { batches, rows } = room;
    const batch = await batchOf(room, actor, batchId);
    if (batch.state !== 'ready') throw new Refusal('batch_moved_on');
    const found = (await rows.byRows(batchId, numbers)).filter(
      ({ verdict, content }) => verdict === 'twin' && content.cells,
    );
    if (found.length === 0) throw new Refusal('batch_moved_on');
    const context = { ...(await contextOf(room, batch)), system: 1900 as const };
    const decide = decider(room, batch, context)[decision];
    const decided: StoredRow[] = [];
    for (const row of found) decided.push(await decide(row));
    call.about({ what: `${decided.length} 行：${twinDecisions[decision]}` });
    await rows.put(decided);
    const { undecided } = await rows.countBy(actor.streetId, batchId);
    await batches.setUndecided(actor.streetId, batchId, undecided);
    return { items: await presentRows(room, batch, decided), undecided };
  };
