/** What a cell holds, as the file says it. A formula is known as one, whatever it came to; readers refuse it in words. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error';

export interface Cell {
  kind: CellKind;
  /**
   * text: as stored. number: the number. date: 'YYYY-MM-DD', or 'YYYY-MM-DDTHH:mm:ss' when a time of day stands with it
   * (a wall clock without a zone). boolean: itself. formula: null. error: '#N/A' and the like. empty: null.
   */
  value: string | number | boolean | null;
  /** The same in a form to read and to write back: '3', '2024-03-05', 'TRUE'; a formula's is its last result. */
  text: string;
}

export const emptyCell: Cell = { kind: 'empty', value: null, text: '' };

/** A cell that holds a text; the empty text is an empty cell. */
export const textCell = (text: string): Cell => (text === '' ? emptyCell : { kind: 'text', value: text, text });

/** A number as a person reads it: without the noise behind the fifteenth digit, without an exponent below 10^21. */
export const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** A cell that holds a number. */
export const numberCell = (value: number): Cell => ({ kind: 'number', value, text: numberText(value) });
