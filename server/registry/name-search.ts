import { pinyin, polyphonic } from 'pinyin-pro';

/** A name in the forms in which it is sorted and found. */
export interface NameSearch {
  /** Pinyin in full with the surname's own reading ('wang xiu lan'), since the database cannot sort Chinese. */
  nameKey: string;
  /**
   * What a search may begin with: the name from each of its characters on, in characters, initials and pinyin; and the
   * first character of each of these, by which a search for a single one is answered.
   */
  nameWords: string[];
}

/** Keys stay short enough for an opaque cursor; a name with more pinyin sorts by its beginning. */
const longestKey = 90;
/** A name whose characters have several readings is found by each of these, at most so many. */
const mostReadings = 8;

const own = (name: string): string[] => pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });

/** Every way of reading the characters, the usual one first. */
function readingsOf(name: string): string[][] {
  const usual = own(name);
  const others = polyphonic(name, { toneType: 'none', type: 'array', v: true });
  let readings: string[][] = [[]];
  for (const [i, syllable] of usual.entries()) {
    const all = [...new Set([syllable, ...(others[i] ?? [])])];
    readings = all.flatMap((one) => readings.map((before) => [...before, one])).slice(0, mostReadings);
  }
  return readings;
}

/** Lower case and composed, as both a stored word and a search are compared. */
export const foldWord = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s'’·•.]/gu, '')
    .toLowerCase();

/** A rare character without a reading sorts after all letters, by its number. */
const sortable = (syllable: string): string =>
  [...syllable.toLowerCase()]
    .map((character) => (/[ -~]/.test(character) ? character : `~${character.codePointAt(0)!.toString(16)}`))
    .join('');

/** The sort key and the search words of a name. */
export function nameSearch(name: string): NameSearch {
  const characters = [...name.normalize('NFKC').replace(/[\s'’·•.]/gu, '')];
  const bare = characters.join('');
  const words = new Set<string>();
  for (const reading of readingsOf(bare)) {
    for (const start of characters.keys()) {
      const rest = reading.slice(start);
      words.add(
        rest
          .map((syllable) => [...syllable][0])
          .join('')
          .toLowerCase(),
      );
      words.add(rest.join('').toLowerCase());
    }
  }
  for (const start of characters.keys()) words.add(characters.slice(start).join('').toLowerCase());
  // With the first character of each as a word of its own: what most names would be read for is then looked up.
  for (const word of [...words]) for (const first of [...word].slice(0, 1)) words.add(first);
  return { nameKey: own(bare).map(sortable).join(' ').slice(0, longestKey), nameWords: [...words] };
}
