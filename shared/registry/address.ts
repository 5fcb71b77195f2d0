/**
 * Doors as people say and type them: 3号楼2门501, 3楼2单元501室 and 3-2-501 are one door (standards.md §6).
 * 门 is Tianjin's word for 单元.
 */

/** The parts of a door; '' is a part that is not known or does not exist. */
export interface Door {
  building: string;
  unit: string;
  floor: string;
  room: string;
}

/** What somebody typed to find a door: perhaps with the estate's name before it. */
export interface DoorSought extends Door {
  estate: string;
}

type Part = keyof Door;

const partOf: Record<string, Part> = {
  号楼: 'building',
  栋: 'building',
  幢: 'building',
  座: 'building',
  楼: 'building',
  单元: 'unit',
  门: 'unit',
  层: 'floor',
  室: 'room',
  户: 'room',
};
const marks = '号楼|单元|栋|幢|座|楼|门|层|室|户|号';
const number = '[甲乙丙丁A-Z]?\\d{1,4}[甲乙丙丁A-Z]?';
/** After each number stands its mark, a dash or the end: so there is one way only to take a text apart. */
const end = `(?:(${marks})-?|-|$)`;
const sought = new RegExp(`^((?:.*?[^A-Z\\d])??)((?:${number}${end})+)$`, 'u');
const step = new RegExp(`(${number})${end}`, 'gu');
const onePart = new RegExp(`^(${number})(?:${marks})?$`, 'u');
const chineseNumber = new RegExp(`([一二三四五六七八九十]{1,3})(?=${marks})`, 'gu');

/** 1–99 as written in characters: 三 → 3, 十二 → 12, 二十 → 20. Anything else stays as it is. */
function arabic(written: string): string {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(written);
  const digit = (character: string | undefined): number =>
    character ? '一二三四五六七八九'.indexOf(character) + 1 : 0;
  const [, tens, ten, ones] = match ?? [];
  if (!match || (!ten && tens && ones)) return written;
  return String(ten ? (digit(tens) || 1) * 10 + digit(ones) : digit(tens) || digit(ones));
}

/** Full-width forms, dashes of every kind, spaces and case made one; 三号楼 → 3号楼. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[‐‑–—―−~～/、#]/gu, '-')
    .toUpperCase()
    .replace(chineseNumber, (_, written: string) => arabic(written));

const withoutZeros = (part: string): string => part.replace(/^([甲乙丙丁A-Z]?)0+(?=\d)/u, '$1');

/** One part in the form in which it is compared: ' 03号楼' → '3'. A part that is no number stays as typed. */
export function normalPart(part: string): string {
  const typed = plain(part);
  return withoutZeros(onePart.exec(typed)?.[1] ?? typed);
}

const places: readonly Part[] = ['building', 'unit', 'room'];
const longest: Record<Part, number> = { building: 3, unit: 2, floor: 2, room: 4 };
const digits = (part: string): number => part.replace(/\D/g, '').length;

/** Which part an unmarked number is: by its place, except that a last number of three digits or more is a room. */
function placeOf(value: string, isLast: boolean, filled: Partial<Door>, steps: number): Part | null {
  if (isLast && digits(value) >= 3) return 'room';
  if (steps === 4 && filled.unit !== undefined && filled.floor === undefined) return 'floor';
  const last = places.findLastIndex((part) => filled[part] !== undefined);
  return places[last + 1] ?? null;
}

/** What a mark says; 楼 and 号 depend on what stands before them. */
function markedPart(mark: string, filled: Partial<Door>): Part {
  if (mark === '楼' && filled.building !== undefined) return 'floor';
  if (mark === '号') return filled.building === undefined && filled.unit === undefined ? 'building' : 'room';
  return partOf[mark]!;
}

/**
 * Reads what somebody typed to find a door: '3-2-501', '3号楼2门501', '水景园3号楼', '501室'.
 * Null when it is not the form of a door; parts that were not said are ''.
 */
export function parseDoor(typed: string): DoorSought | null {
  const match = sought.exec(plain(typed));
  if (!match) return null;
  const steps = [...match[2]!.matchAll(step)];
  const filled: Partial<Door> = {};
  for (const [i, [, value, mark]] of steps.entries()) {
    const part = mark ? markedPart(mark, filled) : placeOf(value!, i === steps.length - 1, filled, steps.length);
    if (!part || filled[part] !== undefined || digits(value!) > longest[part]) return null;
    filled[part] = withoutZeros(value!);
  }
  return { estate: match[1]!.replace(/-$/, ''), building: '', unit: '', floor: '', room: '', ...filled };
}

/** '3号楼2门501', as it is shown; a part that is no number is shown as typed. */
export function formatDoor(door: Omit<Door, 'floor'>): string {
  const say = (part: string, mark: string): string => {
    const value = normalPart(part);
    return onePart.test(value) ? value + mark : value;
  };
  return say(door.building, '号楼') + say(door.unit, '门') + say(door.room, door.building || door.unit ? '' : '室');
}

const keyParts = ['building', 'unit', 'room'] as const;
const keyOf = (door: Pick<Door, (typeof keyParts)[number]>, wanted: number): string =>
  keyParts.flatMap((part, i) => (wanted & (1 << i) ? [`${part[0]}${normalPart(door[part])}`] : [])).join('|');

const present = (door: Pick<Door, (typeof keyParts)[number]>): number =>
  keyParts.reduce((bits, part, i) => bits | (door[part] ? 1 << i : 0), 0);

/** Every way in which this door may be asked for: by each choice of its parts, at most seven texts. */
export function doorKeys(door: Pick<Door, (typeof keyParts)[number]>): string[] {
  const all = present(door);
  return [1, 2, 3, 4, 5, 6, 7].filter((wanted) => (wanted & all) === wanted).map((wanted) => keyOf(door, wanted));
}

/** The one text to look up among `doorKeys` for the parts that were asked for; null when only a floor was. */
export function doorKeySought(door: DoorSought): string | null {
  const wanted = present(door);
  return wanted ? keyOf(door, wanted) : null;
}
