import type { Output } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { type FieldName, fieldGroups, fieldNames, fieldRow } from '@wubian/shared/registry/fields.ts';
import { decidedFields, isUnitable } from '@wubian/shared/registry/merging.ts';
import { type Names, sayField } from '@wubian/shared/registry/say-field.ts';
import type { ElderPointers } from '../store/elder-pointers.store.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import type { Facts } from './elder-seal.ts';
import type { StoredMerge } from './merge.store.ts';
import type { Choose } from './merge-facts.ts';
import { mergeStateLabel } from './merge-words.ts';

type Pair = Output<typeof registry.showPair>;
type PairField = Pair['fields'][number];
type Merge = Output<typeof registry.undoMerge>;
type Result = Output<typeof registry.mergeElders>['result'];

const say = (field: FieldName, facts: Facts, names: Names): string => sayField(field, facts[field], names, true);

/** What a clerk would choose: what is known; both of two notes; of two values the newer file's. */
function suggested(field: FieldName, state: PairField['state'], newer: 'left' | 'right'): PairField['suggest'] {
  if (state === 'onlyLeft') return 'left';
  if (state === 'onlyRight') return 'right';
  return state === 'differs' && isUnitable(field) ? 'both' : newer;
}

/** Both files field by field, masked. */
export function presentPair(left: StoredElder, right: StoredElder, names: Names): PairField[] {
  const differing = new Set(changedFields(left.facts, right.facts));
  const newer = right.updatedAt > left.updatedAt ? 'right' : 'left';
  return fieldNames.map((field) => {
    const [a, b] = [say(field, left.facts, names), say(field, right.facts, names)];
    const one = a ? 'onlyLeft' : b ? 'onlyRight' : 'neither';
    const state = a && b ? (differing.has(field) ? 'differs' : 'same') : one;
    return {
      field,
      label: fieldRow(field).label,
      group: fieldGroups[fieldRow(field).group],
      left: a,
      right: b,
      state,
      hidden: fieldRow(field).care === 'hidden',
      both: isUnitable(field),
      choosable: !decidedFields.includes(field),
      suggest: suggested(field, state, newer),
    };
  });
}

const known = ({ facts }: StoredElder, names: Names): number =>
  fieldNames.filter((field) => say(field, facts, names) !== '').length;

/** The file better kept: a dead person's, else the one with more known fields, else the newer. */
export function keptSide(left: StoredElder, right: StoredElder, names: Names): 'left' | 'right' {
  if ((left.status === 'dead') !== (right.status === 'dead')) return left.status === 'dead' ? 'left' : 'right';
  const more = known(left, names) - known(right, names);
  return more > 0 || (more === 0 && left.updatedAt >= right.updatedAt) ? 'left' : 'right';
}

/** The file as it will stand, with where each value is from. */
export function presentResult(facts: Facts, winner: Facts, choose: Choose, names: Names): Result {
  const changed = new Set(changedFields(winner, facts));
  return fieldNames.flatMap((field) => {
    const said = say(field, facts, names);
    const choice = choose[field] === 'both' ? ('both' as const) : ('loser' as const);
    return said || changed.has(field)
      ? [{ field, label: fieldRow(field).label, said, from: changed.has(field) ? choice : ('winner' as const) }]
      : [];
  });
}

/** How many of each kind were moved; kinds without any are left out. */
export const presentMoved = (moved: Record<string, string[]>, pointers: readonly ElderPointers[]): Merge['moved'] =>
  pointers.flatMap(({ collection, label }) => {
    const count = moved[collection]?.length ?? 0;
    return count ? [{ label, count }] : [];
  });

interface Told {
  names: Names;
  elderNames: ReadonlyMap<string, string>;
  pointers: readonly ElderPointers[];
}

/** The record of a merge. */
export const presentMerge = (merge: StoredMerge, { names, elderNames, pointers }: Told): Merge => ({
  id: merge.id,
  state: merge.state,
  stateLabel: mergeStateLabel(merge.state),
  winnerId: merge.winnerId,
  winnerName: elderNames.get(merge.winnerId) ?? '',
  loserId: merge.loserId,
  loserName: elderNames.get(merge.loserId) ?? '',
  byName: names.person(merge.by),
  at: merge.at.toISOString(),
  why: merge.why,
  fields: fieldNames.flatMap((field) => {
    const from = merge.choose[field];
    return from === 'loser' || from === 'both' ? [{ field, label: fieldRow(field).label, from }] : [];
  }),
  moved: presentMoved(merge.moved, pointers),
  undone: merge.undone && {
    byName: names.person(merge.undone.by),
    at: merge.undone.at.toISOString(),
    why: merge.undone.why,
  },
});
