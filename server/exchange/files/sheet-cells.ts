import { type Cell, emptyCell, numberCell, textCell } from '@wubian/shared/exchange/cell.ts';
import { type DateSystem, serialDate } from '@wubian/shared/exchange/clean/serial-date.ts';
import { unescapeOoxml } from './ooxml-text.ts';
import type { SharedStrings } from './shared-strings.ts';

/** A cell as the part of a sheet writes it. */
export interface RawCell {
  /** Of `t`: s, str, inlineStr, b, e, d, n or ''. */
  type: string;
  /** Of `s`; -1 without one. */
  style: number;
  /** Of `v`, or of all `t` under `is`. */
  text: string;
  formula: boolean;
}

/** What of the workbook is needed to say what a cell holds. */
export interface CellContext {
  strings: SharedStrings;
  dateStyles: readonly boolean[];
  dateSystem: DateSystem;
}

function fromNumber({ text, style }: RawCell, { dateStyles, dateSystem }: CellContext): Cell {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return textCell(text);
  const date = dateStyles[style] ? serialDate(value, dateSystem) : null;
  // A time of day alone shows as 1899-12-31T08:30:00 or does not show; it stays the number that it is.
  return date && value >= 1 ? { kind: 'date', value: date, text: date.replace('T', ' ') } : numberCell(value);
}

function fromIso(text: string): Cell {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
  if (!day) return textCell(text);
  const value = time && time !== '00:00:00' ? `${day}T${time}` : day;
  return { kind: 'date', value, text: value.replace('T', ' ') };
}

function plainCell(raw: RawCell, context: CellContext): Cell {
  switch (raw.type) {
    case 's':
      return textCell(context.strings.at(Number(raw.text)) ?? '');
    case 'str':
    case 'inlineStr':
      return textCell(unescapeOoxml(raw.text));
    case 'b':
      return raw.text === '1' || raw.text === 'true'
        ? { kind: 'boolean', value: true, text: 'TRUE' }
        : { kind: 'boolean', value: false, text: 'FALSE' };
    case 'e':
      return { kind: 'error', value: raw.text, text: raw.text };
    case 'd':
      return fromIso(raw.text);
    default:
      return fromNumber(raw, context);
  }
}

/** What a cell holds. */
export function cellOf(raw: RawCell, context: CellContext): Cell {
  if (!raw.formula && raw.text === '') return emptyCell;
  const cell = plainCell(raw, context);
  return raw.formula ? { kind: 'formula', value: null, text: cell.text } : cell;
}
