export const holeReasons = ['nobody', 'onLeave', 'gone', 'unreachable', 'doubleBooked'] as const;
export type HoleReason = (typeof holeReasons)[number];
