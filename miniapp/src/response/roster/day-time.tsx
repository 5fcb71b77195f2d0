import { addDays, dayOf, instantOf } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { dayWords, halfHours, Select } from '../../ui/index.ts';

/** A stretch of time as it is chosen: days and clock times of the street. */
export interface StretchDraft {
  from: string;
  fromTime: string;
  to: string;
  toTime: string;
}

/** From the next full hour of today until the same time tomorrow. */
export function newStretch(): StretchDraft {
  const today = dayOf(now());
  return { from: addDays(today, 1), fromTime: '08:00', to: addDays(today, 2), toTime: '08:00' };
}

export const sentStretch = ({ from, fromTime, to, toTime }: StretchDraft) => ({
  from: instantOf(from, fromTime).toISOString(),
  to: instantOf(to, toTime).toISOString(),
});

const clocks = halfHours('00:00', '23:30').map((value) => ({ value, label: value }));
const days = (count: number) => {
  const today = dayOf(now());
  return Array.from({ length: count }, (_, n) => addDays(today, n)).map((value) => ({
    value,
    label: dayWords(value, now()),
  }));
};

interface OneProps<T> {
  id: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  error?: string | undefined;
  hint?: string | undefined;
}

/** One of the coming days. */
export const DaySelect = ({ ahead = 60, ...rest }: OneProps<string> & { ahead?: number }) => (
  <Select {...rest} options={days(ahead)} />
);
/** A clock time by half hours. */
export const ClockSelect = (props: OneProps<string>) => <Select {...props} options={clocks} />;
