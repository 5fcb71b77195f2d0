/**
 * The life of a request for help: one document from asking to the ledger. This table is the store's filter,
 * the ground of `can`, the documents' picture and the tests' oracle. Nothing else sets a status.
 */
export const statuses = {
  asked: '待社区核实',
  open: '等志愿者接单',
  claimed: '已有志愿者接单',
  inService: '正在服务',
  done: '已服务，待确认',
  objected: '有异议，社区处理中',
  confirmed: '已完成',
  declined: '未受理',
  cancelled: '已取消',
  expired: '已过期，无人接单',
} as const;
export type TaskStatus = keyof typeof statuses;
export const statusNames = Object.keys(statuses) as [TaskStatus, ...TaskStatus[]];

interface MoveRow {
  label: string;
  from: readonly TaskStatus[];
  /** 'same' keeps the status: something worth remembering and telling happened. */
  to: TaskStatus | 'same';
  /** 'rule' moves are made by the clock, the others by a person. */
  by: 'person' | 'rule';
}

export const moves = {
  open: { label: '核实并发布', from: ['asked'], to: 'open', by: 'person' },
  openByRule: { label: '按街道规定自动发布', from: ['asked'], to: 'open', by: 'rule' },
  decline: { label: '不受理', from: ['asked'], to: 'declined', by: 'person' },
  claim: { label: '接单', from: ['open'], to: 'claimed', by: 'person' },
  assign: { label: '指派志愿者', from: ['open', 'claimed'], to: 'claimed', by: 'person' },
  release: { label: '退回', from: ['claimed'], to: 'open', by: 'person' },
  noShow: { label: '志愿者未到', from: ['claimed'], to: 'open', by: 'person' },
  start: { label: '开始服务', from: ['claimed'], to: 'inService', by: 'person' },
  finish: { label: '结束服务', from: ['inService'], to: 'done', by: 'person' },
  confirm: { label: '确认完成', from: ['done'], to: 'confirmed', by: 'person' },
  confirmByRule: { label: '满 48 小时自动确认', from: ['done'], to: 'confirmed', by: 'rule' },
  object: { label: '提出异议', from: ['done'], to: 'objected', by: 'person' },
  settle: { label: '社区处理', from: ['objected', 'done'], to: 'confirmed', by: 'person' },
  cancel: { label: '取消', from: ['asked', 'open', 'claimed', 'inService'], to: 'cancelled', by: 'person' },
  stopAway: { label: '老人不在家，已取消', from: ['asked', 'open', 'claimed'], to: 'cancelled', by: 'rule' },
  stopGone: { label: '按规定取消', from: ['asked', 'open', 'claimed'], to: 'cancelled', by: 'rule' },
  expire: { label: '过期', from: ['asked', 'open'], to: 'expired', by: 'rule' },
  heed: { label: '社区已知悉关切', from: ['done', 'objected', 'confirmed'], to: 'same', by: 'person' },
  warnUnclaimed: { label: '提醒社区：还没有人接单', from: ['asked', 'open'], to: 'same', by: 'rule' },
  remindVisit: { label: '提醒志愿者：快到时间了', from: ['claimed'], to: 'same', by: 'rule' },
  warnNotStarted: { label: '提醒社区：到时间还没开始', from: ['claimed'], to: 'same', by: 'rule' },
  warnNotFinished: { label: '提醒：服务还没有结束', from: ['inService'], to: 'same', by: 'rule' },
  remindConfirm: { label: '提醒确认', from: ['done'], to: 'same', by: 'rule' },
  askReview: { label: '时间较长，请社区核对', from: ['done'], to: 'same', by: 'rule' },
} as const satisfies Record<string, MoveRow>;

export type Move = keyof typeof moves;
export const moveNames = Object.keys(moves) as [Move, ...Move[]];

type PersonMoves = { [M in Move]: (typeof moves)[M]['by'] extends 'person' ? M : never }[Move];
/** Moves that a person makes; each needs a relation rule in the policy. */
export type PersonMove = PersonMoves;
export const personMoves = moveNames.filter((move): move is PersonMove => moves[move].by === 'person');

/** Whether the table lets `move` leave `status`. */
export const canLeave = (move: Move, status: TaskStatus): boolean =>
  (moves[move].from as readonly TaskStatus[]).includes(status);

/** The status after `move`; throws when the table does not allow it, so a replay cannot pass over a fault. */
export function after(move: Move, status: TaskStatus): TaskStatus {
  if (!canLeave(move, status)) throw new Error(`move ${move} does not leave ${status}`);
  const { to } = moves[move];
  return to === 'same' ? status : to;
}

/** Replays a history from 'asked' to the status it ends in. */
export const replay = (history: readonly { move: Move | 'ask' }[]): TaskStatus =>
  history.reduce<TaskStatus>((status, { move }) => (move === 'ask' ? status : after(move, status)), 'asked');

/** Statuses that nothing leaves but a 'same' move: the story is over. */
export const endStatuses = statusNames.filter(
  (status) => !moveNames.some((move) => moves[move].to !== 'same' && canLeave(move, status)),
);
