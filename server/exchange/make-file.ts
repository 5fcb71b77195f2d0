import { type ExportColumnKey, exportColumns } from '@wubian/shared/exchange/columns.ts';
import { findHeader } from '@wubian/shared/exchange/header.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { Asked, HeldExport } from './export.store.ts';
import type { StoredFile } from './file.store.ts';
import {
  type FileBytes,
  fillTemplate,
  type OutRow,
  openSheet,
  type SheetRow,
  writeErrorSheet,
  writeSheet,
} from './files/index.ts';
import type { Room } from './room.ts';
import { markedColumn } from './row.presenter.ts';
import { type Telling, tellColumn } from './told-columns.ts';
import { words } from './words.ts';

/** Hears how many rows have been written; throws when the making was lost to another worker. */
type Count = (rows: number) => Promise<void>;

const columnOf = new Map(exportColumns.map((column) => [column.key, column]));

/** The rows of an export, and behind them who took it, when and why. */
async function* eldersRows(
  room: Room,
  job: HeldExport,
  { filter, sort, reason }: Extract<Asked, { kind: 'elders' }>,
  columns: readonly ExportColumnKey[],
  count: Count,
): AsyncGenerator<OutRow> {
  const { registry, accounts, exports } = room;
  const scope = { streetId: job.streetId, communityIds: job.communityIds };
  const listed = await registry.batch.listedCategories(job.streetId);
  let written = 0;
  for await (const files of registry.batch.list(scope, filter, sort)) {
    const names = await registry.batch.names(job.streetId, [...new Set(files.map(({ facts }) => facts.responsibleId))]);
    const telling: Telling = { names, day: dayOf(job.at), listed, mask: !job.reveal };
    // Before the file is there: what was shown is known even if this process ends here.
    if (job.reveal)
      await exports.noteElders(
        job,
        files.map(({ id }) => id),
      );
    for (const file of files) yield columns.map((key) => tellColumn(key, file, telling));
    written += files.length;
    await count(written);
  }
  const who = (await accounts.people([job.by])).get(job.by)?.name ?? '';
  yield [words.watermark(who, `${dayOf(job.at)} ${timeOf(job.at)}`, written, reason)];
}

/** Which of our columns the office's own form has, and where. */
async function readForm(room: Room, file: StoredFile) {
  const sheet = await openSheet(room.files.bytes(file));
  const first: SheetRow[] = [];
  try {
    for await (const row of sheet.rows) {
      first.push(row);
      if (row.row > 11) break;
    }
  } finally {
    await sheet.close();
  }
  const header = findHeader(first, exportColumns);
  if (!header) throw new Refusal('file_refused', { words: words.templateUnread });
  const found = [...header.mapping].map(([column, key]) => ({ column, key: key as ExportColumnKey }));
  return {
    found,
    plan: { sheet: sheet.sheetName, dataFrom: header.dataFrom, columns: found.map(({ column }) => column) },
  };
}

async function eldersFile(room: Room, job: HeldExport, asked: Extract<Asked, { kind: 'elders' }>, count: Count) {
  if (!asked.templateFileId) {
    const columns = asked.columns.map((key) => ({ title: columnOf.get(key)!.label, kind: 'text' as const }));
    return writeSheet(eldersRows(room, job, asked, asked.columns, count), { name: words.templateSheet, columns });
  }
  const form = await room.files.byId(job.streetId, asked.templateFileId);
  if (!form || form.by !== job.by) throw new Refusal('file_not_found');
  const { found, plan } = await readForm(room, form);
  const keys = found.map(({ key }) => key);
  return fillTemplate(room.files.bytes(form), plan, eldersRows(room, job, asked, keys, count));
}

/** What is wrong in a batch's sheet, by row and column, for the error sheet; in full, since it is the clerk's own. */
async function marksOf(room: Room, job: HeldExport, batchId: string) {
  const batch = await room.batches.byId(job.streetId, batchId);
  const source = batch && (await room.files.byId(job.streetId, batch.fileId));
  if (!batch || !source || source.by !== job.by) throw new Refusal('file_not_found', { words: words.fileGone });
  const marks = new Map<number, Map<number, string>>();
  for (let after = ''; ; ) {
    const rows = await room.rows.page(batch, { verdict: 'refused', after, limit: 500 });
    for (const { row, content } of rows) {
      const own = new Map<number, string>();
      for (const { key, words: why } of content.faults) {
        const column = markedColumn(batch.columns, key);
        own.set(column, [own.get(column), why].filter(Boolean).join(' '));
      }
      marks.set(row!, own);
    }
    if (rows.length < 500) return { batch, source, marks };
    after = rows.at(-1)!.id;
  }
}

/** The bytes of the file that was asked for. */
export async function makeFile(room: Room, job: HeldExport, count: Count): Promise<FileBytes> {
  const { asked } = job;
  if (asked.kind === 'elders') return eldersFile(room, job, asked, count);
  const { batch, source, marks } = await marksOf(room, job, asked.batchId);
  await count(marks.size);
  const sheet = batch.sheetName ? { sheet: batch.sheetName } : {};
  return writeErrorSheet(room.files.bytes(source), marks, {
    ...sheet,
    headerRow: batch.headerRow,
    onlyMarked: asked.onlyRefused,
  });
}
