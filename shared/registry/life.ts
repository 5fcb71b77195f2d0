/**
 * The life of a file: in the registry, in hospital, in an institution, moved out, dead (domain.md §8, §10b 45).
 * A file is never deleted by a move; `merged` is the loser of a merge, kept for its history.
 */
export const lifeStatuses = {
  present: '在册',
  inHospital: '住院',
  inInstitution: '入住机构',
  movedOut: '迁出',
  dead: '去世',
  merged: '已合并',
  /** Erased at her own request: nothing is left but that there was a file. */
  erased: '已删除',
} as const;
export type LifeStatus = keyof typeof lifeStatuses;
export const lifeStatusNames = Object.keys(lifeStatuses) as [LifeStatus, ...LifeStatus[]];

/** Whom the street still looks after: the registry's list shows these unless asked otherwise. */
export const caredFor: readonly LifeStatus[] = ['present', 'inHospital', 'inInstitution'];

/** Who is at home, so that tasks, meals and visits make sense. */
export const isAtHome = (status: LifeStatus): boolean => status === 'present';

/** Each move: what it is called, from where, and where to. `comeBack` is also made by the clock. */
export const lifeMoves = {
  toHospital: { label: '住院', from: ['present'], to: 'inHospital' },
  toInstitution: { label: '入住机构', from: ['present', 'inHospital'], to: 'inInstitution' },
  comeBack: { label: '回家', from: ['inHospital', 'inInstitution', 'movedOut'], to: 'present' },
  moveOut: { label: '迁出', from: ['present', 'inHospital', 'inInstitution'], to: 'movedOut' },
  die: { label: '去世', from: ['present', 'inHospital', 'inInstitution', 'movedOut'], to: 'dead' },
} as const satisfies Record<string, { label: string; from: readonly LifeStatus[]; to: LifeStatus }>;
export type LifeMove = keyof typeof lifeMoves;
export const lifeMoveNames = Object.keys(lifeMoves) as [LifeMove, ...LifeMove[]];

/** The moves that a file in this status may make. */
export const lifeMovesFrom = (status: LifeStatus): LifeMove[] =>
  lifeMoveNames.filter((move) => (lifeMoves[move].from as readonly LifeStatus[]).includes(status));

/** Acts on a life beside the moves. */
const otherLifeActs = {
  changeReturn: '改预计回家日期',
  askUndo: '申请撤销',
  refuseUndo: '不撤销',
  undo: '撤销',
} as const;
/** Everything that a life's history tells; `undo` takes back the last move with all that was said about it since. */
export type LifeAct = LifeMove | keyof typeof otherLifeActs;
export const lifeActNames = [...lifeMoveNames, ...Object.keys(otherLifeActs)] as [LifeAct, ...LifeAct[]];

export const isLifeMove = (act: string): act is LifeMove => Object.hasOwn(lifeMoves, act);
/** What an act is called. */
export const lifeActLabel = (act: LifeAct): string => (isLifeMove(act) ? lifeMoves[act].label : otherLifeActs[act]);

/** Who is away for a time and expected back. */
export const isAway = (status: LifeStatus): boolean => status === 'inHospital' || status === 'inInstitution';
/** Whose file is closed: she is told nothing more, and nobody is asked anything about her. */
export const isGone = (status: LifeStatus): boolean => status === 'dead' || status === 'merged' || status === 'erased';
