import { randomInt } from 'node:crypto';
import { type SheetColumnKey, sheetColumns } from '@wubian/shared/exchange/columns.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import {
  applyMapping,
  type FoundHeader,
  findHeader,
  headerPrint,
  keepMapping,
} from '@wubian/shared/exchange/header.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Handler } from '../handler.ts';
import { presentBatch } from './batch.presenter.ts';
import type { StoredBatch } from './batch.store.ts';
import type { StoredFile } from './file.store.ts';
import { openSheet, type SheetRow } from './files/index.ts';
import type { Room } from './room.ts';
import { ownFile } from './uploads.ts';
import { words } from './words.ts';

/** The rows among which the header stands. */
const lastHeaderRow = 11;
/** The distance of a batch's versions from what edits count up to. */
const salts = [1_000_000, 200_000_000_000] as const;

/** The header of a sheet and what its columns are. */
async function readHeader({ files }: Room, file: StoredFile, wanted: string | undefined) {
  const sheet = await openSheet(files.bytes(file), wanted === undefined ? {} : { sheet: wanted });
  const first: SheetRow[] = [];
  try {
    for await (const row of sheet.rows) {
      if (row.row > lastHeaderRow) break;
      first.push(row);
    }
  } finally {
    await sheet.close();
  }
  const header = findHeader(first, sheetColumns);
  if (!header) throw new Refusal('file_refused', { words: words.noHeader, data: { fault: 'noHeader' } });
  return { header, sheetName: sheet.sheetName, sheetNames: sheet.sheetNames };
}

/** A header as a batch keeps it. */
export const headerOf = ({ headerRow, dataFrom, texts, mapping, sure }: FoundHeader) => ({
  headerRow,
  dataFrom,
  titles: texts,
  columns: texts.map((_, i) => (mapping.get(i) as SheetColumnKey | undefined) ?? null),
  sure: texts.map((_, i) => sure.get(i) ?? false),
});

/** Begins an import: finds the header, and the mapping that was saved for it or else proposes one. */
export const startBatch =
  (room: Room): Handler<typeof exchange.startBatch> =>
  async (actor, { id, fileId, source, sheet }, call) => {
    const { batches, now } = room;
    const file = await ownFile(room, actor, fileId);
    if (!file.finished) throw new Refusal('file_not_found');
    const { header, sheetName, sheetNames } = await readHeader(room, file, sheet);
    const kept = await batches.mapping(actor.streetId, source, headerPrint(header.texts));
    const batch: StoredBatch = {
      ...{ id, streetId: actor.streetId, fileId, fileName: file.name, source, by: actor.accountId, at: now() },
      ...{ communityIds: roles[actor.role].scope === 'street' ? null : [...actor.communityIds] },
      ...{ state: 'mapping', words: '', sheetName, sheetNames, remembered: kept !== null },
      ...headerOf(kept ? applyMapping(header, kept) : header),
      ...{ communityId: null, missingIn: null, salt: randomInt(...salts), place: '', rows: 0, total: null },
      ...{ counts: null, states: null, undecided: 0, appliedAt: null, appliedBy: null, undoUntil: null },
      ...{ rowsUntil: null, token: null },
    };
    call.about({ what: words.checked(file.name) });
    if (!(await batches.add(batch))) {
      const there = await batches.byId(actor.streetId, id);
      if (!there || there.fileId !== fileId || there.by !== actor.accountId) throw new Refusal('id_taken');
      return presentBatch(room, actor, there);
    }
    return presentBatch(room, actor, batch);
  };

/** The id of what is saved for one header and source: saving again replaces it. */
const mappingId = ({ cipher }: Room, streetId: string, source: string, print: string): string =>
  Buffer.from(cipher.indexOf('importMappings', `${streetId}\n${source}\n${print}`), 'base64url')
    .toString('hex')
    .slice(0, 24);

/** Saves a batch's mapping for the next sheet with the same header. */
export async function rememberMapping(room: Room, batch: StoredBatch, by: string): Promise<void> {
  const mapping = new Map(batch.columns.flatMap((key, i) => (key ? [[i, key] as const] : [])));
  const print = headerPrint(batch.titles);
  const columns = keepMapping({ texts: batch.titles, mapping }) as (SheetColumnKey | null)[];
  const saved = { source: batch.source, print, columns, by, at: room.now() };
  await room.batches.saveMapping(batch.streetId, saved, mappingId(room, batch.streetId, batch.source, print));
}
