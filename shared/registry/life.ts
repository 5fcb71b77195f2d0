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
