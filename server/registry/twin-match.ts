import { type TwinReason, twinReasonNames } from '@wubian/shared/registry/twin-reasons.ts';

/** What of a file tells whether another one may be the same person's. */
export interface TwinFacts {
  id: string;
  communityId: string;
  name: string;
  /** The name's pinyin: 淑珍 and 淑贞 sound alike. */
  nameKey: string;
  sex: 'female' | 'male';
  birthDate: string | null;
  estateId: string;
  /** The keyed hash of the whole door; null when building or room is missing. */
  doorKey: string | null;
  /** The keyed hashes of her numbers, and all forms under which these are found. */
  ownPhones: string[];
  phoneKeys: string[];
  /** Opened; null when there is none. */
  idNumber: string | null;
}

const orderDigits = 17;

/** True when the seventeen digits before the check character differ in exactly one place. */
export function isOneDigitOff(a: string, b: string): boolean {
  if (a.length !== orderDigits + 1 || b.length !== orderDigits + 1) return false;
  let differing = 0;
  for (let i = 0; i < orderDigits; i++) if (a[i] !== b[i]) differing += 1;
  return differing === 1;
}

/** True for names that sound the same, or of which one character of three or more differs. */
export function isLikeName(a: Pick<TwinFacts, 'name' | 'nameKey'>, b: Pick<TwinFacts, 'name' | 'nameKey'>): boolean {
  if (a.nameKey === b.nameKey) return true;
  const [x, y] = [[...a.name], [...b.name]];
  if (x.length !== y.length || x.length < 3) return false;
  return x.filter((character, i) => character !== y[i]).length === 1;
}

type Rule = (a: TwinFacts, b: TwinFacts) => boolean;

const rules: Record<TwinReason, Rule> = {
  idNumber: (a, b) => a.idNumber !== null && b.idNumber !== null && isOneDigitOff(a.idNumber, b.idNumber),
  nameBirth: (a, b) =>
    a.birthDate !== null && a.birthDate === b.birthDate && a.nameKey === b.nameKey && a.sex === b.sex,
  nameDoor: (a, b) =>
    a.doorKey !== null && a.doorKey === b.doorKey && a.estateId === b.estateId && a.nameKey === b.nameKey,
  phoneName: (a, b) =>
    a.sex === b.sex &&
    isLikeName(a, b) &&
    (a.ownPhones.some((key) => b.phoneKeys.includes(key)) || b.ownPhones.some((key) => a.phoneKeys.includes(key))),
};

/** Why two files may be one person's; empty when nothing says so. Pure. */
export const twinReasonsOf = (a: TwinFacts, b: TwinFacts): TwinReason[] =>
  twinReasonNames.filter((reason) => rules[reason](a, b));
