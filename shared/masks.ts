/**
 * Masks for display (standards.md §3.4). No national standard with exact masks exists; these forms are fixed here
 * and applied on the server only, by presenters.
 */
const compoundSurnames = new Set(
  '欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 呼延'.split(
    ' ',
  ),
);

/**
 * The surname stays: 张三→张*, 张三丰→张**, 欧阳修→欧阳*; a name with a middle dot keeps its first character: 阿***;
 * one character → *. Counts characters, not UTF-16 units.
 */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*';
  if (name.includes('·')) return `${characters[0]}***`;
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, surname).join('') + '*'.repeat(Math.min(characters.length - surname, 2));
}

/** Mobile: 138****5678. Landline with area code: 022-****5678. Anything shorter: last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  const area = /^0(10|2\d|\d{3})/.exec(digits)?.[0];
  if (area) return `${area}-****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/**
 * An ID number: to staff who need it the first 6 and last 4 (the birthday does not show), to everyone else the first
 * and the last character. The length stays; one of fewer than 12 characters shows its ends only.
 */
export function maskIdNumber(number: string, viewer: 'staff' | 'others'): string {
  const [first, last] = viewer === 'staff' && number.length >= 12 ? [6, 4] : [1, 1];
  if (number.length <= first + last) return '*'.repeat(number.length);
  return number.slice(0, first) + '*'.repeat(number.length - first - last) + number.slice(-last);
}
