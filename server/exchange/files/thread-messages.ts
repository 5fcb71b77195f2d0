import type { Cell } from '@wubian/shared/exchange/cell.ts';
import { emptyCell, numberCell, textCell } from '@wubian/shared/exchange/cell.ts';
import type { RefusalBody } from '@wubian/shared/refusals.ts';
import type { OpenedSheet, SheetLimits, SheetRow } from './types.ts';

/** What the reading thread is given. */
export interface ThreadTask {
  path: string;
  sheet: string | undefined;
  limits: SheetLimits;
}

/** A cell on its way between the threads: a text, a number, an empty one as null, anything else whole. */
type SentCell = string | number | null | Cell;
export interface SentRow {
  row: number;
  cells: SentCell[];
}

export type ThreadMessage =
  | { held: true }
  | { found: Omit<OpenedSheet, 'rows' | 'close'> }
  | { rows: SentRow[] }
  | { end: true }
  | { refused: RefusalBody };

/** Rows in one message, and how many messages may lie unread. */
export const batchRows = 200;
export const batchesAhead = 3;

const send = (cell: Cell): SentCell =>
  cell.kind === 'empty'
    ? null
    : cell.kind === 'text' || cell.kind === 'number'
      ? (cell.value as string | number)
      : cell;

const receive = (sent: SentCell): Cell => {
  if (sent === null) return emptyCell;
  if (typeof sent === 'string') return textCell(sent);
  return typeof sent === 'number' ? numberCell(sent) : sent;
};

export const sendRow = ({ row, cells }: SheetRow): SentRow => ({ row, cells: cells.map(send) });
export const receiveRow = ({ row, cells }: SentRow): SheetRow => ({ row, cells: cells.map(receive) });
