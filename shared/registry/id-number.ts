/**
 * Numbers of identity papers. Resident identity cards follow GB 11643-1999: six digits of the place, eight of the birth
 * date, three of an order (odd: male) and a check character by ISO 7064 MOD 11-2. The place is never a reason to refuse:
 * codes were abolished and given anew over ninety years (standards.md §6).
 */

export const idKindLabels = {
  resident: '居民身份证',
  hkMacaoTaiwanPermit: '港澳台居民居住证',
  foreignerCard: '外国人永久居留身份证',
  passport: '护照',
} as const;
export type IdKind = keyof typeof idKindLabels;

/** What stands in the number itself; null where the kind does not carry it. */
export interface IdNumber {
  kind: IdKind;
  /** As stored: half-width, without spaces, X as a capital. */
  number: string;
  /** YYYY-MM-DD */
  birthDate: string | null;
  sex: 'female' | 'male' | null;
}

/** `offer` is a number that would be right, to be taken only when somebody says so. */
export type IdRead = ({ ok: true } & IdNumber) | { ok: false; why: string; offer?: string };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character behind the seventeen digits before it. */
export const idCheckCharacter = (first17: string): string =>
  '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11]!;

/** Full-width forms, blanks, invisible marks and dashes out, letters as capitals. */
const plainNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF'’‘`\-‐‑–—―−]/gu, '')
    // The Cyrillic and the Greek letter and the sign × stand where somebody looked for an X.
    .replace(/[хХχΧ×]/gu, 'X')
    .toUpperCase();

/** 'YYYY-MM-DD' of eight digits when that day exists and lies between 1880 and `today`. */
function birthDateOf(digits: string, today: string): string | null {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso);
  return exists && iso >= '1880-01-01' && iso <= today ? iso : null;
}

const sexOf = (digit: string): 'female' | 'male' => (Number(digit) % 2 === 1 ? 'male' : 'female');

/** The eighteen digits of a number from before 1999, which left out the century and the check character. */
function lengthened(old: string): string {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + idCheckCharacter(first17);
}

const no = (why: string, offer?: string): IdRead => ({ ok: false, why, ...(offer && { offer }) });

/** GB 11643's eighteen characters: resident cards, the permits 81/82/83 and, since 2023, the foreigners' cards 9. */
function fromEighteen(number: string, today: string): IdRead {
  const birthDate = birthDateOf(number.slice(6, 14), today);
  if (!birthDate) return no(`第 7 到 14 位的出生日期 ${number.slice(6, 14)} 不对，请对照证件核对。`);
  if (idCheckCharacter(number.slice(0, 17)) !== number[17]) {
    return no('身份证号校验不通过，有一位填错了，请对照证件逐位核对。');
  }
  const kind = /^8[123]0000/.test(number) ? 'hkMacaoTaiwanPermit' : number[0] === '9' ? 'foreignerCard' : 'resident';
  return { ok: true, kind, number, birthDate, sex: sexOf(number[16]!) };
}

/** The foreigners' card of before 2023: three letters, four digits of the place, a birth date of six, a check. */
const oldForeignerCard = /^[A-Z]{3}\d{12}$/;
const passport = /^(?=.*\d)[A-Z]{1,2}\d{6,9}$|^[A-Z]\d{2}[A-Z]\d{5}$/;

/**
 * Reads a number as typed; `today` (YYYY-MM-DD) bounds the birth date. Fifteen digits are not taken for the eighteen
 * they would be today, that number is offered.
 */
export function readIdNumber(typed: string, today: string): IdRead {
  const number = plainNumber(typed);
  if (/^\d{17}[\dX]$/.test(number)) return fromEighteen(number, today);
  if (/^\d{15}$/.test(number)) {
    const offer = lengthened(number);
    if (!birthDateOf(offer.slice(6, 14), today)) return no('15 位旧号码里的出生日期不对，请填 18 位身份证号。');
    return no(`这是 15 位旧号码，请填 18 位身份证号；换算后是 ${offer}，请对照证件确认。`, offer);
  }
  if (oldForeignerCard.test(number)) {
    return { ok: true, kind: 'foreignerCard', number, birthDate: null, sex: null };
  }
  if (passport.test(number)) return { ok: true, kind: 'passport', number, birthDate: null, sex: null };
  if (/^\d+X?$/.test(number)) return no(`身份证号应为 18 位，这里是 ${number.length} 位，请对照证件补全。`);
  return no('证件号码认不出来，请填 18 位身份证号；其他证件请按证件原样填写。');
}
