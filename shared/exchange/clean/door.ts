import { type DoorSought, parseDoor } from '../../registry/address.ts';
import { type CellReader, textReader } from './read.ts';

/** A door in one cell, perhaps with the estate before it: '3号楼2门501', '水景园3-2-501'. */
export const readDoor: CellReader<DoorSought> = textReader((text, cell) => {
  // Spreadsheet programs take 3-2-501 for text, but 3-2 and 1-2-3 for dates.
  if (cell.kind === 'date')
    return { bad: '门牌被表格软件当成了日期。请把这一列设为文本，再重新填写，例如 3号楼2门501。' };
  const door = parseDoor(text);
  return door ? { ok: door } : { bad: `“${text}”认不出楼、门、室，请写成 3号楼2门501 这样。` };
});
