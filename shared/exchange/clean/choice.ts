import { type CellReader, textReader } from './read.ts';

/** One value of a choice: its label as the program shows it, and what else offices write for it. */
export interface Choice<V> {
  value: V;
  label: string;
  synonyms?: readonly string[];
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()·、,，。.\-—_/]/gu, '')
    .toLowerCase();

/** A value by its label or one of its synonyms; blanks, brackets and case do not matter. */
export function readChoice<V>(choices: readonly Choice<V>[]): CellReader<V> {
  const known = new Map(
    choices.flatMap(({ value, label, synonyms = [] }) => [label, ...synonyms].map((said) => [bare(said), value])),
  );
  const labels = choices.map(({ label }) => label).join('、');
  return textReader((text) => {
    const value = known.get(bare(text));
    return value === undefined ? { bad: `“${text}”认不出来，请填：${labels}。` } : { ok: value };
  });
}

const marks = {
  yes: ['是', '有', '对', '已', '√', '✓', '✔', '☑', 'v', 'y', 'yes', 'true', '1'],
  no: ['否', '无', '没有', '不是', '未', '×', '✗', '✘', '☒', '☐', 'x', 'n', 'no', 'false', '0'],
};

/** 是/否, 有/无, √/× and the like. */
export const readYesNo: CellReader<boolean> = textReader((text) => {
  const said = text.toLowerCase().replace(/\s/g, '');
  if (marks.yes.includes(said)) return { ok: true };
  if (marks.no.includes(said)) return { ok: false };
  return { bad: `“${text}”认不出来，请填：是、否。` };
});
