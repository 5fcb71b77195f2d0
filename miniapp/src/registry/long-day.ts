/** A far day with its year: '2027-05-02' → 2027年5月2日. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
