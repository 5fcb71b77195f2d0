import { isExampleRow } from '@wubian/shared/exchange/header.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { communityOf } from '../streets/index.ts';
import { areasByName } from './area-names.ts';
import type { Held, StoredBatch } from './batch.store.ts';
import { checkChunk, type NumberedRow, nothing } from './check-chunk.ts';
import { openSheet } from './files/index.ts';
import type { RowContext } from './read-row.ts';
import type { Room } from './room.ts';
import { missingId, type StoredRow } from './row.store.ts';
import { isWatermark, rowCells } from './row-cells.ts';
import { words } from './words.ts';
import { workersByName } from './workers-by-name.ts';

/** Rows that are judged and stored together. */
export const chunkOfRows = 500;
/** How long rows of a batch that nobody applies are kept, in ms. */
export const uncheckedMs = 7 * 24 * 3_600_000;

/** Keeps the lease and writes down the progress; false when another worker goes on with it. */
export type GoOn = (place: string, rows: number) => Promise<boolean>;

/** What reading this batch's rows needs. */
export async function contextOf(room: Room, batch: StoredBatch): Promise<Omit<RowContext, 'names' | 'system'>> {
  const street = await room.streets.street(batch.streetId);
  return {
    today: dayOf(room.now()),
    areas: areasByName(street, batch.communityIds),
    workers: await workersByName(room.accounts, batch.streetId),
    usual: (batch.communityId && communityOf(street, batch.communityId)) || null,
    checked: room.registry.batch.checked,
  };
}

/** Lists the files of the communities concerned that no row was about. Safe to repeat. */
async function findMissing(room: Room, batch: StoredBatch): Promise<void> {
  const { registry, rows } = room;
  const { streetId, id: batchId } = batch;
  const within = batch.missingIn ?? (await rows.communities(streetId, batchId));
  if (within.length === 0) return;
  for await (const files of registry.batch.ofCommunities(streetId, within)) {
    const named = await rows.firstWith(
      streetId,
      batchId,
      files.map(({ id }) => `at:${id}`),
    );
    await rows.put(
      files
        .filter(({ id }) => !named.has(`at:${id}`))
        .map(
          ({ id, facts }): StoredRow => ({
            ...{ id: missingId(batchId, id), streetId, batchId, row: null, verdict: 'missing', state: 'waiting' },
            ...{ decision: null, elderId: id, from: 0, keys: [], communityId: facts.address.communityId, note: '' },
            content: { ...nothing, name: facts.name },
          }),
        ),
    );
  }
}

/** Walks the sheet from where it was left; answers how many rows it holds, or null when the lease was lost. */
async function walk(room: Room, batch: Held, goOn: GoOn): Promise<number | null> {
  const { files, rows } = room;
  const file = await files.byId(batch.streetId, batch.fileId);
  if (!file || file.expiresAt <= room.now()) throw new Refusal('file_not_found', { words: words.fileGone });
  const base = await contextOf(room, batch);
  const sheet = await openSheet(files.bytes(file), batch.sheetName ? { sheet: batch.sheetName } : {});
  const left = Number(batch.place || 0);
  const resumes = left > 0;
  let count = batch.rows;
  let chunk: NumberedRow[] = [];
  const flush = async (): Promise<boolean> => {
    const last = chunk.at(-1);
    if (!last) return true;
    const judged = await checkChunk(room, batch, chunk, { ...base, system: sheet.dateSystem });
    // A walk that broke off may have stored a chunk more than it wrote down.
    if (resumes) await rows.put(judged);
    else await rows.add(judged);
    count += chunk.length;
    chunk = [];
    return goOn(String(last.row), count);
  };
  try {
    for await (const row of sheet.rows) {
      if (row.row < batch.dataFrom || row.row <= left || isExampleRow(row) || isWatermark(row)) continue;
      const cells = rowCells(row.cells, batch.columns);
      if (!cells) continue;
      chunk.push({ row: row.row, cells });
      if (chunk.length === chunkOfRows && !(await flush())) return null;
    }
    return (await flush()) ? count : null;
  } finally {
    await sheet.close();
  }
}

/** The dry run: judges every row of the sheet and writes nothing but its own list. */
export async function checkStep(room: Room, batch: Held, goOn: GoOn): Promise<void> {
  const { batches, rows, now } = room;
  const { streetId, id } = batch;
  if (batch.place === '') await rows.drop(id);
  const total = await walk(room, batch, goOn);
  if (total === null) return;
  await findMissing(room, batch);
  const counted = await rows.countBy(streetId, id);
  const rowsUntil = new Date(now().getTime() + uncheckedMs);
  await batches.end(batch, { state: 'ready', place: '', rows: total, total, words: '', rowsUntil, ...counted });
}
