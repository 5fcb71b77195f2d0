import { type CellReader, textReader } from './read.ts';

const han = '\\p{Script=Han}\\u30FB·';
const betweenHan = new RegExp(`(?<=[${han}])\\s+(?=[${han}])`, 'gu');

/** Code points, so that a rare character counts as one. */
const lengthOf = (text: string): number => [...text].length;

/** Free text of at most `max` characters; line breaks and runs of blanks become one blank. */
export const readText = (max: number): CellReader<string> =>
  textReader((text) => {
    const line = text.replace(/\s+/gu, ' ');
    return lengthOf(line) <= max ? { ok: line } : { bad: `这里有 ${lengthOf(line)} 个字，最多 ${max} 个字，请缩短。` };
  });

/**
 * A person's name: '王 秀 兰' is 王秀兰, blanks in a Latin name stay, and the dots of minority names become U+00B7
 * (standards.md §6).
 */
export const readName: CellReader<string> = textReader((text) => {
  const name = text
    .replace(/[•‧∙⋅・･．.](?=\p{Script=Han})/gu, '·')
    .replace(/\s+/gu, ' ')
    .replace(betweenHan, '')
    .replace(/\s*·\s*/gu, '·');
  if (lengthOf(name) > 30) return { bad: '姓名最多 30 个字，请只填姓名。' };
  if (/\d/.test(name)) return { bad: '姓名里有数字，请检查是不是填错了列。' };
  return { ok: name };
});
