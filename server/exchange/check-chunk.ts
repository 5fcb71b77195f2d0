import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BatchFile, FactsOfElder } from '../registry/door.ts';
import type { StoredBatch } from './batch.store.ts';
import { findFiles, indexFiles, type Known, knownBy, type Match, matchRow } from './match-row.ts';
import { type RowContext, type RowRead, readRow } from './read-row.ts';
import type { Room } from './room.ts';
import { type RowContent, rowId, type StoredRow } from './row.store.ts';
import type { CellFault, RowCells } from './row-cells.ts';
import { words } from './words.ts';

/** After so many rows whoever waits for an answer from this process goes first. */
const rowsAtOnce = 25;

export interface NumberedRow {
  row: number;
  cells: RowCells;
}

/** The id of the file that a row makes: the same however often the batch is checked or written. */
export const newElderId = (batchId: string, row: number): string =>
  createHash('sha256').update(`import:${batchId}:${row}`).digest('hex').slice(0, 24);

export const nothing: RowContent = { name: '', faults: [], facts: null, before: null, cells: null, twin: null };

/** The fields of a file that a row changes, as they stand in it. */
export const changedPart = (file: FactsOfElder, fields: readonly (keyof FactsOfElder)[]): Partial<FactsOfElder> =>
  Object.fromEntries(fields.map((field) => [field, file[field]]));

type Judged = Pick<StoredRow, 'verdict' | 'elderId' | 'from' | 'communityId' | 'content'>;

const refused = (name: string, faults: CellFault[], about: BatchFile | null): Judged => ({
  verdict: 'refused',
  elderId: about?.id ?? null,
  from: 0,
  communityId: about?.facts.address.communityId ?? null,
  content: { ...nothing, name, faults },
});

/** What a row does to the file that it is about. */
function overFile(room: Room, name: string, file: BatchFile, { facts, faults }: RowRead): Judged {
  if (file.status === 'dead') return refused(name, [{ key: 'name', words: words.dead }], file);
  if (faults.length) return refused(name, faults, file);
  const fields = room.registry.batch.changedFields(file.facts, facts);
  const about = { elderId: file.id, from: file.version, communityId: facts.address.communityId };
  if (!fields.length) return { verdict: 'same', ...about, content: { ...nothing, name } };
  return {
    verdict: 'changed',
    ...about,
    content: { ...nothing, name, facts, before: changedPart(file.facts, fields) },
  };
}

function judge(room: Room, batch: StoredBatch, { row, cells }: NumberedRow, match: Match, context: RowContext): Judged {
  const said = cells.get('name')?.text.trim().slice(0, 30) ?? '';
  if (match.is === 'wrong') return refused(said, [match.fault], null);
  if (match.is === 'file') {
    const read = readRow(cells, match.file.facts, context);
    return overFile(room, read.facts.name || said, match.file, read);
  }
  const asNew = readRow(cells, null, context);
  const name = asNew.facts.name || said;
  if (match.is === 'nobody') {
    if (asNew.faults.length) return refused(name, asNew.faults, null);
    const communityId = asNew.facts.address.communityId;
    const content = { ...nothing, name, facts: asNew.facts };
    return { verdict: 'new', elderId: newElderId(batch.id, row), from: 0, communityId, content };
  }
  // Whoever is in the registry just as the sheet says is nobody to decide about.
  const overs = match.files.map((file) => ({
    file,
    over: overFile(room, name, file, readRow(cells, file.facts, context)),
  }));
  const same = overs.find(({ over }) => over.verdict === 'same');
  if (same) return same.over;
  const { file, over } = overs[0]!;
  const wrong = over.verdict === 'refused' && asNew.faults.length > 0;
  if (wrong) return refused(name, asNew.faults, file);
  const content = { ...nothing, name, cells: [...cells], twin: { elderId: file.id, several: overs.length } };
  return { verdict: 'twin', elderId: null, from: 0, communityId: file.facts.address.communityId, content };
}

/** What makes two rows of a sheet the same person, as keys that tell nothing. */
function keysOf({ cipher, registry }: Room, { streetId }: StoredBatch, known: Known, judged: Judged): string[] {
  const { fileNumber, idNumber, names, birthDate } = known;
  const hidden = (text: string) => cipher.indexOf('importRows.keys', `${streetId}:${text}`);
  const file = judged.elderId ?? judged.content.twin?.elderId;
  const facts = judged.content.facts;
  const { estateId, building, unit, room } = facts?.address ?? {};
  return [
    ...(idNumber ? [`id:${registry.batch.idKey(streetId, idNumber)}`] : []),
    ...(fileNumber ? [`no:${hidden(fileNumber)}`] : []),
    ...(file && judged.verdict !== 'new' ? [`at:${file}`] : []),
    ...(judged.verdict === 'new' && !idNumber
      ? [`who:${hidden([names[0], birthDate, estateId, building, unit, room].join('|'))}`]
      : []),
  ];
}

/** Which earlier row says the same of the same person, in words; null when this is the first. */
function twiceFault(keys: readonly string[], row: number, first: ReadonlyMap<string, number>): CellFault | null {
  for (const [kind, key, say] of [
    ['id', 'idNumber', words.sameIdAbove],
    ['no', 'fileNumber', words.sameNumberAbove],
    ['at', 'name', words.samePersonAbove],
    ['who', 'name', words.samePersonAbove],
  ] as const) {
    const own = keys.find((one) => one.startsWith(`${kind}:`));
    const before = own && first.get(own);
    if (before && before < row) return { key, words: say(before) };
  }
  return null;
}

/**
 * Judges a chunk of rows against the registry and the rows before them: one lookup of files, one of earlier rows.
 */
export async function checkChunk(
  room: Room,
  batch: StoredBatch,
  chunk: readonly NumberedRow[],
  base: Omit<RowContext, 'names'>,
): Promise<StoredRow[]> {
  const { registry, rows } = room;
  const { streetId, id: batchId } = batch;
  const bare = { ...base, names: await registry.batch.names(streetId, []) };
  const known = chunk.map(({ cells }) => knownBy(cells, bare));
  const files = await findFiles(registry.batch, streetId, known);
  const workers = new Set(files.map(({ facts }) => facts.responsibleId));
  const context: RowContext = { ...base, names: await registry.batch.names(streetId, [...workers]) };
  const within = batch.communityIds;
  const reached = within ? files.filter(({ facts }) => within.includes(facts.address.communityId)) : files;
  const index = indexFiles(reached);
  const judged: (Judged & { row: number; keys: string[] })[] = [];
  for (const [i, one] of chunk.entries()) {
    const match = matchRow(one.cells, known[i]!, index, context);
    const verdict = judge(room, batch, one, match, context);
    judged.push({ ...verdict, row: one.row, keys: keysOf(room, batch, known[i]!, verdict) });
    if (i % rowsAtOnce === rowsAtOnce - 1) await breathe();
  }
  const first = await rows.firstWith(streetId, batchId, [...new Set(judged.flatMap(({ keys }) => keys))]);
  for (const { row, keys } of judged)
    for (const key of keys) if (row < (first.get(key) ?? Number.POSITIVE_INFINITY)) first.set(key, row);

  return judged.map(({ row, keys, ...one }): StoredRow => {
    const twice = twiceFault(keys, row, first);
    const faults = one.verdict === 'refused' ? one.content.faults : [];
    const own = twice ? refused(one.content.name, [...faults, twice], null) : one;
    const stored = { id: rowId(batchId, row), streetId, batchId, row, keys, state: 'waiting' as const };
    return { ...stored, decision: null, note: '', ...own };
  });
}
