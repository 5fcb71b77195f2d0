import type { FieldName } from './fields.ts';
import type { LifeStatus } from './life.ts';

/** Files that are not anybody's own any more: they take part in no merge and are nobody's duplicate. */
export const closedFiles: readonly LifeStatus[] = ['merged', 'erased'];
export const isClosedFile = (status: LifeStatus): boolean => closedFiles.includes(status);

/** A merge from the first write to its undo; `merging` and `undoing` last until all that pointed has followed. */
export const mergeStateLabels = {
  merging: '正在合并',
  merged: '已合并',
  undoing: '正在撤销',
  undone: '已撤销',
} as const;
export type MergeState = keyof typeof mergeStateLabels;
export const mergeStates = Object.keys(mergeStateLabels) as [MergeState, ...MergeState[]];

/** Lists whose entries can be kept from both files, and notes that can stand behind each other. */
export const unitable = [
  'contacts',
  'keyHolders',
  'chronic',
  'devices',
  'doorNotes',
  'family',
  'allergies',
  'diet',
  'careNotes',
] as const satisfies readonly FieldName[];
export type Unitable = (typeof unitable)[number];
export const isUnitable = (field: FieldName): field is Unitable => (unitable as readonly FieldName[]).includes(field);

/** Fields that nobody chooses: the newest ability result counts, and the kind of a document goes with its number. */
export const decidedFields: readonly FieldName[] = ['abilityLevel', 'abilityOn', 'idKind'];
