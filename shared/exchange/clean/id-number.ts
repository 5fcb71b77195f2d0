import { type IdNumber, readIdNumber } from '../../registry/id-number.ts';
import { type CellReader, textReader } from './read.ts';

/** A spreadsheet keeps fifteen digits of a number; an eighteen-digit one has lost its end for good. */
const lostDigits = 1e15;

/** The number of an identity paper; `today` (YYYY-MM-DD) bounds the birth date. */
export const readIdNumberCell = (today: string): CellReader<IdNumber> =>
  textReader((text, cell) => {
    if ((cell.kind === 'number' && Math.abs(cell.value as number) >= lostDigits) || /^\d\.\d+E\+?1[5-8]$/i.test(text)) {
      return { bad: '证件号被存成了数字，后几位已经丢失。请把这一列设为文本，再重新填写完整号码。' };
    }
    const read = readIdNumber(text, today);
    return read.ok
      ? { ok: { kind: read.kind, number: read.number, birthDate: read.birthDate, sex: read.sex } }
      : { bad: read.why };
  });
