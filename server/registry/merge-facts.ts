import { badField } from '@wubian/shared/refusals.ts';
import { ElderFacts } from '@wubian/shared/registry/facts.ts';
import { type FieldName, fieldNames } from '@wubian/shared/registry/fields.ts';
import { decidedFields, isUnitable, type Unitable } from '@wubian/shared/registry/merging.ts';
import type { Facts } from './elder-seal.ts';
import { mergeWords } from './merge-words.ts';

export type Choice = 'winner' | 'loser' | 'both';
export type Choose = Partial<Record<FieldName, Choice>>;

const distinct = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

/** One note behind the other; the longer alone when it holds the shorter. */
function joined(a: string, b: string): string {
  if (a.includes(b)) return a;
  return b.includes(a) ? b : `${a}；${b}`;
}

const united: { [F in Unitable]: (a: Facts[F], b: Facts[F]) => Facts[F] } = {
  contacts: (a, b) => distinct([...a, ...b], ({ name, phone }) => `${name}\n${phone}`),
  keyHolders: (a, b) => distinct([...a, ...b], ({ name, phone }) => `${name}\n${phone}`),
  chronic: (a, b) => [...new Set([...a, ...b])],
  devices: (a, b) => distinct([...a, ...b], ({ kind, place }) => `${kind}\n${place}`),
  doorNotes: joined,
  family: joined,
  allergies: joined,
  diet: joined,
  careNotes: joined,
};

function unite<F extends Unitable>(field: F, a: Facts, b: Facts): Facts[F] {
  const both = united[field](a[field], b[field]);
  if (!ElderFacts.shape[field].safeParse(both).success) throw badField(`choose.${field}`, mergeWords.tooMuch);
  return both;
}

/** Ability as the newer assessment has it; nobody chooses it (decidedFields). */
function newerAbility(winner: Facts, loser: Facts): Pick<Facts, 'abilityLevel' | 'abilityOn'> {
  const isNewer = (loser.abilityOn ?? '') > (winner.abilityOn ?? '');
  const { abilityLevel, abilityOn } = isNewer || winner.abilityLevel === null ? loser : winner;
  return { abilityLevel, abilityOn };
}

/** The one file that two become. Throws `bad_input` by field for a choice that cannot be. Pure. */
export function mergeFacts(winner: Facts, loser: Facts, choose: Choose): Facts {
  const taken = fieldNames.flatMap((field): [FieldName, unknown][] => {
    const choice = decidedFields.includes(field) ? 'winner' : (choose[field] ?? 'winner');
    if (choice === 'winner') return [];
    if (choice === 'loser') return [[field, loser[field]]];
    if (!isUnitable(field)) throw badField(`choose.${field}`, mergeWords.oneOnly);
    return [[field, unite(field, winner, loser)]];
  });
  return {
    ...winner,
    ...Object.fromEntries(taken),
    ...newerAbility(winner, loser),
    ...(choose.idNumber === 'loser' && { idKind: loser.idKind }),
  };
}

/** The winner as it was in the fields that the merge has changed and nobody since; ability always goes back. Pure. */
export function unmergeFacts(
  now: Facts,
  before: Facts,
  merged: readonly FieldName[],
  later: ReadonlySet<FieldName>,
): Facts {
  const back = merged.filter((field) => !later.has(field) || decidedFields.includes(field));
  return { ...now, ...Object.fromEntries(back.map((field) => [field, before[field]])) };
}
