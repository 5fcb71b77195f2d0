/**
 * The life of a call for help: one document from the press of a button to the review. This table is the store's
 * filter, the ground of `can`, and the tests' oracle. Nothing else sets a status.
 */
export const statuses = {
  raised: '等人接',
  acknowledged: '有人接了',
  enRoute: '在路上',
  onScene: '已到场',
  cannotEnter: '进不了门',
  handedOver: '已转急救、报警或消防',
  handled: '已处理',
  falseAlarm: '误报',
  drillEnded: '演练结束',
  reviewed: '已复盘',
} as const;
export type IncidentStatus = keyof typeof statuses;
export const statusNames = Object.keys(statuses) as [IncidentStatus, ...IncidentStatus[]];

/** While an incident is in one of these, somebody has still to be seen or spoken to, and the clock never lets go. */
export const openStatuses = [
  'raised',
  'acknowledged',
  'enRoute',
  'onScene',
  'cannotEnter',
  'handedOver',
] as const satisfies readonly IncidentStatus[];
export const isOpen = (status: IncidentStatus): boolean => (openStatuses as readonly string[]).includes(status);

interface MoveRow {
  label: string;
  from: readonly IncidentStatus[];
  /** 'same' keeps the status: something worth remembering and telling happened. */
  to: IncidentStatus | 'same';
  /** 'rule' moves are made by the clock, the others by a person. */
  by: 'person' | 'rule';
  /** Somebody did something for the elder: the clock of "accepted, and then nothing" starts anew. */
  progress?: true;
}

const waiting = ['raised', 'acknowledged'] as const;
const going = ['acknowledged', 'enRoute', 'onScene', 'cannotEnter', 'handedOver'] as const;

export const moves = {
  acknowledge: { label: '我来处理', from: ['raised'], to: 'acknowledged', by: 'person', progress: true },
  setOut: { label: '出发', from: waiting, to: 'enRoute', by: 'person', progress: true },
  arrive: {
    label: '到场',
    from: ['raised', 'acknowledged', 'enRoute', 'cannotEnter'],
    to: 'onScene',
    by: 'person',
    progress: true,
  },
  cannotEnter: {
    label: '进不了门',
    from: ['acknowledged', 'enRoute', 'onScene'],
    to: 'cannotEnter',
    by: 'person',
    progress: true,
  },
  handOver: { label: '转急救、报警或消防', from: openStatuses, to: 'handedOver', by: 'person', progress: true },
  handle: { label: '处理完毕', from: going, to: 'handled', by: 'person' },
  falseAlarm: { label: '误报', from: openStatuses, to: 'falseAlarm', by: 'person' },
  endDrill: { label: '结束演练', from: openStatuses, to: 'drillEnded', by: 'person' },
  /** The one who leads gives it back and nobody else is on the way: the ladder goes on at once. */
  giveBack: { label: '交回，另找人', from: ['acknowledged', 'enRoute', 'cannotEnter'], to: 'raised', by: 'person' },
  reopen: { label: '重新打开', from: ['handled', 'falseAlarm'], to: 'raised', by: 'person' },
  review: { label: '复盘', from: ['handled', 'falseAlarm'], to: 'reviewed', by: 'person' },
  pressAgain: { label: '又求助了一次', from: openStatuses, to: 'same', by: 'person' },
  saysFine: { label: '老人说没事了', from: openStatuses, to: 'same', by: 'person' },
  join: { label: '一起去', from: openStatuses, to: 'same', by: 'person', progress: true },
  standDown: { label: '去不了', from: openStatuses, to: 'same', by: 'person' },
  takeLead: { label: '接手带头', from: going, to: 'same', by: 'person', progress: true },
  triage: { label: '判断轻重', from: openStatuses, to: 'same', by: 'person', progress: true },
  note: { label: '记录', from: statusNames, to: 'same', by: 'person' },
  noAnswer: { label: '联系不上老人', from: openStatuses, to: 'same', by: 'person', progress: true },
  check: { label: '核对一步', from: openStatuses, to: 'same', by: 'person', progress: true },
  follow: { label: '回访', from: ['handled', 'reviewed'], to: 'same', by: 'person' },
  number: { label: '登记转办编号', from: statusNames, to: 'same', by: 'person' },
  call: { label: '通知', from: ['raised'], to: 'same', by: 'rule' },
  ringAgain: { label: '没有进展，再次通知', from: going, to: 'same', by: 'rule' },
  warnLate: { label: '还没到场，通知负责人', from: ['acknowledged', 'enRoute'], to: 'same', by: 'rule' },
  warnLimit: { label: '超过最迟到场时间，通知值班领导', from: ['acknowledged', 'enRoute'], to: 'same', by: 'rule' },
  checkDue: { label: '这一步到时间了', from: openStatuses, to: 'same', by: 'rule' },
  remindFollow: { label: '提醒回访', from: ['handled'], to: 'same', by: 'rule' },
  remindReport: { label: '提醒写处理情况', from: ['handled'], to: 'same', by: 'rule' },
} as const satisfies Record<string, MoveRow>;

export type Move = keyof typeof moves;
export const moveNames = Object.keys(moves) as [Move, ...Move[]];
export const moveRow = (move: Move): MoveRow => moves[move];

/** Moves that a person makes; each needs a relation rule in the policy. */
export type PersonMove = { [M in Move]: (typeof moves)[M]['by'] extends 'person' ? M : never }[Move];
export type RuleMove = Exclude<Move, PersonMove>;
export const personMoves = moveNames.filter((move): move is PersonMove => moves[move].by === 'person');

/** Whether the table lets `move` leave `status`. */
export const canLeave = (move: Move, status: IncidentStatus): boolean =>
  (moves[move].from as readonly IncidentStatus[]).includes(status);

/** The status after `move`; throws when the table does not allow it, so a replay cannot pass over a fault. */
export function after(move: Move, status: IncidentStatus): IncidentStatus {
  if (!canLeave(move, status)) throw new Error(`move ${move} does not leave ${status}`);
  const { to } = moves[move];
  return to === 'same' ? status : to;
}

/** Replays a history that begins with 'raise' to the status it ends in. */
export const replay = (history: readonly { move: Move | 'raise' }[]): IncidentStatus =>
  history.reduce<IncidentStatus>((status, { move }) => (move === 'raise' ? 'raised' : after(move, status)), 'raised');
