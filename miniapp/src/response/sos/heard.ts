import { dayOf, instantOf, timeOf } from '@wubian/shared/time.ts';
import { dayWords } from '../../ui/when.ts';
import { raiseWords as w } from './words.ts';

const hourMs = 3_600_000;

/** When a worker took the call: so many minutes ago, or an hour of the last day and a minute of it. */
export interface Heard {
  ago: `${keyof typeof w.whens}`;
  /** Epoch ms of a full hour. */
  hour?: string | undefined;
  minute: string;
}

export const justNow: Heard = { ago: '0', minute: '0' };

/** The full hours of the last 24, the present one first. */
export function hoursBefore(nowMs: number): { value: string; label: string }[] {
  const present = Number(instantOf(dayOf(nowMs), `${timeOf(nowMs).slice(0, 2)}:00`));
  return Array.from({ length: 24 }, (_, back) => {
    const at = present - back * hourMs;
    return { value: String(at), label: w.hourOf(dayWords(dayOf(at), nowMs), Number(timeOf(at).slice(0, 2))) };
  });
}

export const minutes = Array.from({ length: 12 }, (_, n) => ({ value: String(n * 5), label: w.minuteOf(n * 5) }));

/** The instant, epoch ms; undefined while no hour is chosen, or when it lies ahead. */
export function instantOfHeard({ ago, hour, minute }: Heard, nowMs: number): number | undefined {
  if (ago !== 'other') return nowMs - Number(ago) * 60_000;
  const at = hour === undefined ? Number.NaN : Number(hour) + Number(minute) * 60_000;
  return at <= nowMs ? at : undefined;
}
