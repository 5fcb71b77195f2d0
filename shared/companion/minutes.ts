/** A service longer than this is not confirmed by rule: a worker looks at it first (domain.md §10c: ≤ 4 h without review). */
export const reviewAboveMinutes = 240;
/** A service longer than this is refused as a slip of the pen. */
export const longestMinutes = 12 * 60;

/**
 * Minutes of service that count: start to end, travel excluded (民政部 2012 record rules, domain.md §6),
 * whole minutes, rounded down. Instants are ISO texts; null when the end is not after the start or it is too long.
 */
export function serviceMinutes(startedAt: string, finishedAt: string): number | null {
  const minutes = Math.floor((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000);
  return Number.isNaN(minutes) || minutes < 0 || minutes > longestMinutes || finishedAt <= startedAt ? null : minutes;
}
