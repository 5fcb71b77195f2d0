/** Streets live in China Standard Time, UTC+8 without summer time, whatever the machine's zone is. */
const offset = 8 * 3_600_000;

/** The calendar day, YYYY-MM-DD, of an instant in the street's time. */
export const dayOf = (instant: Date | number): string => new Date(Number(instant) + offset).toISOString().slice(0, 10);

/** The instant at which a day and a wall-clock time ('HH:MM') of the street fall. */
export const instantOf = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00.000+08:00`);

/** Wall-clock 'HH:MM' of an instant in the street's time. */
export const timeOf = (instant: Date | number): string =>
  new Date(Number(instant) + offset).toISOString().slice(11, 16);

/** The day `days` after another; both YYYY-MM-DD. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** '5月2日 周六', as people say a day. */
export const sayDay = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${weekdays[date.getUTCDay()]}`;
};

/** '5月2日 周六 09:00–10:30', or with both days when the window crosses midnight. */
export function sayWindow(from: Date | number, to: Date | number): string {
  const [fromDay, toDay] = [dayOf(from), dayOf(to)];
  const end = fromDay === toDay ? timeOf(to) : `${sayDay(toDay)} ${timeOf(to)}`;
  return `${sayDay(fromDay)} ${timeOf(from)}–${end}`;
}

/** '1小时30分钟', '45分钟': minutes as people say them. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && `${hours}小时`, (rest || !hours) && `${rest}分钟`].filter(Boolean).join('');
}
