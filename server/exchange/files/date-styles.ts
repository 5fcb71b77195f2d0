import { attributeOf, readXml } from './xml-tokens.ts';

/** Formats that every program knows by number and that show a day or a time of day; 27–36 and 50–58 are the Chinese ones. */
const knownDates = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format of the workbook's own shows a date: a letter for it stands outside quotes, brackets and escapes. */
export const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ''));

/** By the number of a cell's style: whether it shows its number as a date. */
export function readDateStyles(styles: string): boolean[] {
  const formats = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  readXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt') {
        formats.set(
          Number(attributeOf(attributes, 'numFmtId')),
          isDateFormat(attributeOf(attributes, 'formatCode') ?? ''),
        );
      }
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        dates.push(formats.get(id) ?? knownDates(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
