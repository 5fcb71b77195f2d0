import { Phone } from '../../wire.ts';
import { type CellReader, textReader } from './read.ts';

const remedy = '请填 11 位手机号，或带区号的座机号，例如 022-23456789。';

/** How many numbers stand in a text: each a run of at least seven digits, broken by blanks, dashes or brackets. */
const phones = (text: string): number =>
  text.split(/[^\d\s()+-]+|(?<=\d{7,})\s+(?=[(+\d])/).filter((part) => part.replace(/\D/g, '').length >= 7).length;

/**
 * A phone to call, in the form in which it is stored: digits, a landline with its area code. 022-23456789,
 * (022)2345 6789 and +86 22 2345 6789 are one number. One number per cell.
 */
export const readPhone: CellReader<string> = textReader((text, cell) => {
  if (cell.kind === 'number' && !Number.isSafeInteger(cell.value)) return { bad: `这里不是电话号码，${remedy}` };
  const digits = text.replace(/[\s()\-‐‑–—―−.]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  const domestic = digits.replace(/^(?:\+|00)86(?=[1-9]\d{8,10}$)/, '0');
  const phone = Phone.safeParse(domestic);
  if (phone.success) return { ok: phone.data };
  if (phones(text) > 1) return { bad: '这里不止一个号码，请只留一个，其余填到别的列。' };
  if (/^[2-9]\d{9,10}$/.test(domestic))
    return { bad: `座机号前面的 0 丢了，请改成 0${domestic}，并把这一列设为文本。` };
  if (/^1\d+$/.test(domestic)) return { bad: `手机号应为 11 位，这里是 ${domestic.length} 位，请核对。` };
  return { bad: `电话号码不对，${remedy}` };
});
