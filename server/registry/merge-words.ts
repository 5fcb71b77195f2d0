import { type MergeState, mergeStateLabels } from '@wubian/shared/registry/merging.ts';

/** Words of merging that a user reads, beside refusals and tables of the contract. */
export const mergeWords = {
  oneOnly: '这一项只能二选一',
  tooMuch: '两份加起来太多，请只留一份，合并后再补',
  samePair: '请选两份不同的档案',
  blockedByNext: '留下的档案后来又并入了另一份，请先撤销那一次',
  blockedByNumber: '证件号已在另一份档案里，请先核对',
  notYet: '还没做完，请稍等',
  alreadyUndone: '已经撤销',
  undone: (why: string) => `撤销合并：${why}`.slice(0, 100),
} as const;

export const mergeStateLabel = (state: MergeState): string => mergeStateLabels[state];
