import type { Output } from '@wubian/shared/endpoint.ts';
import { type SheetColumnKey, sheetColumn } from '@wubian/shared/exchange/columns.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { maskIdNumber } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import { type Names, sayField } from '@wubian/shared/registry/say-field.ts';
import type { BatchFile, FactsOfElder } from '../registry/door.ts';
import type { StoredBatch } from './batch.store.ts';
import type { Room } from './room.ts';
import type { StoredRow } from './row.store.ts';
import { type CellFault, maskedWords } from './row-cells.ts';
import { words } from './words.ts';

type ImportRow = Output<typeof exchange.listRows>['items'][number];

/** 'C' for the third column, as sheet programs call it. */
const columnLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);

/** Where a fault is to be marked: its own column, or the one that stands nearest to it in meaning. */
export function markedColumn(columns: readonly (SheetColumnKey | null)[], key: SheetColumnKey): number {
  const kin: SheetColumnKey[] = [key, ...(key === 'sex' || key === 'birthDate' ? (['idNumber'] as const) : []), 'name'];
  const { field } = sheetColumn(key);
  const own = columns.indexOf(key);
  if (own >= 0) return own;
  const sameField = columns.findIndex((one) => one !== null && sheetColumn(one).field === field);
  if (sameField >= 0) return sameField;
  return Math.max(
    0,
    ...kin
      .slice(1)
      .map((one) => columns.indexOf(one))
      .filter((at) => at >= 0)
      .slice(0, 1),
  );
}

const presentMark = ({ titles, columns }: StoredBatch, fault: CellFault): ImportRow['marks'][number] => {
  const column = markedColumn(columns, fault.key);
  const isOwn = columns[column] === fault.key;
  return {
    column: columnLetter(column),
    title: isOwn ? (titles[column] ?? '') : sheetColumn(fault.key).label,
    words: maskedWords(fault),
  };
};

const whereOf = ({ address }: FactsOfElder, names: Names): string => {
  const building = formatDoor({ building: address.building, unit: '', room: '' });
  return `${names.community(address.communityId)} ${names.estate(address.estateId)} ${building}`.trim();
};

function changesOf(row: StoredRow, names: Names): ImportRow['changes'] {
  const { facts, before } = row.content;
  if (!facts) return [];
  const fields = Object.keys(before ?? facts) as FieldName[];
  return fields.flatMap((field) => {
    const say = (value: unknown) => sayField(field, value as never, names, true);
    const change = { field, label: fieldRow(field).label, before: say(before?.[field]), after: say(facts[field]) };
    // A new file says what it will hold; masks may hide what exactly has changed in an old one.
    return before || change.after ? [change] : [];
  });
}

/** Rows of the preview, hidden values masked. */
export async function presentRows(room: Room, batch: StoredBatch, rows: readonly StoredRow[]): Promise<ImportRow[]> {
  const { registry } = room;
  const ids = rows.flatMap(({ elderId, content }) => [elderId, content.twin?.elderId ?? null]);
  const known = [...new Set(ids)].filter((id): id is string => id !== null);
  const files = new Map<string, BatchFile>(
    (known.length ? await registry.batch.find(batch.streetId, { ids: known }) : []).map((file) => [file.id, file]),
  );
  const workers = [
    ...rows.flatMap(({ content }) => [content.facts?.responsibleId ?? null, content.before?.responsibleId ?? null]),
    ...[...files.values()].map(({ facts }) => facts.responsibleId),
  ];
  const names = await registry.batch.names(batch.streetId, workers);
  return rows.map((row) => {
    const { content } = row;
    const file = row.elderId ? files.get(row.elderId) : undefined;
    const twin = content.twin && files.get(content.twin.elderId);
    const facts = content.facts ?? file?.facts ?? null;
    return {
      row: row.row,
      id: row.id,
      verdict: row.verdict,
      state: row.state,
      name: content.name,
      where: facts ? whereOf(facts, names) : '',
      idNumberMasked: facts?.idNumber ? maskIdNumber(facts.idNumber, 'staff') : '',
      elderId: row.elderId,
      marks: content.faults.map((fault) => presentMark(batch, fault)),
      changes: changesOf(row, names),
      twin: twin
        ? {
            elderId: twin.id,
            name: twin.facts.name,
            where: whereOf(twin.facts, names),
            words: content.twin!.several > 1 ? words.twinSeveral(content.twin!.several) : words.twin,
          }
        : null,
      decision: row.decision,
      words: row.note ? words[row.note as 'conflictMoved'] : '',
    };
  });
}
