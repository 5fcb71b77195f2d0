const two = (n: number): string => String(n).padStart(2, '0');

/** A span of time as somebody reads it at a glance: 25秒, 3分05秒, 1小时02分, 2天3小时. Below zero counts as zero. */
export function passedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds}秒`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}分${two(seconds % 60)}秒`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}小时${two(minutes % 60)}分` : `${Math.floor(hours / 24)}天${hours % 24}小时`;
}

/** Time still left, rounded up: a step that is due in half a second is not due yet. */
export const leftWords = (ms: number): string => passedWords(Math.ceil(ms / 1_000) * 1_000);
