/** How long something waits, in words: 刚提出, 等了 25 分钟, 等了 3 小时, 等了 2 天. */
export function waitedWords(sinceIso: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(sinceIso)) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `等了 ${minutes} 分钟`;
  if (minutes < 48 * 60) return `等了 ${Math.floor(minutes / 60)} 小时`;
  return `等了 ${Math.floor(minutes / (24 * 60))} 天`;
}
