import { doorKeySought, parseDoor } from '@wubian/shared/registry/address.ts';
import { foldWord } from './name-search.ts';

/** What somebody typed into the search field, understood. */
export type Search =
  | { by: 'phone'; digits: string }
  | { by: 'idNumber'; number: string }
  /** `estate` is '' when only numbers were said; `door` is one of an elder's door keys. */
  | { by: 'door'; estate: string; door: string }
  /** The beginning of a name in characters, initials or pinyin, a part of an estate's name, or a file number. */
  | { by: 'word'; word: string; estate: string };

/**
 * An ID number or a phone by its digits, a door by its form, anything else a name. Null for a text without anything to
 * look for.
 */
export function readSearch(typed: string): Search | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s()+-]/g, '')
    .toUpperCase();
  if (/^\d{17}[\dX]$/.test(digits)) return { by: 'idNumber', number: digits };
  const isNumber = /^\d+$/.test(digits);
  const phone: Search = { by: 'phone', digits: digits.replace(/^86(?=1\d{10}$)/, '') };
  if (isNumber && digits.length >= 10) return phone;
  const sought = parseDoor(typed);
  const door = sought && doorKeySought(sought);
  if (sought && door) return { by: 'door', estate: sought.estate, door };
  if (isNumber && digits.length >= 7) return phone;
  const word = foldWord(typed);
  return word ? { by: 'word', word, estate: typed.trim() } : null;
}
