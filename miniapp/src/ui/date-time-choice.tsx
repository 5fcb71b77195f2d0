import { View } from '@tarojs/components';
import { addDays, dayOf, instantOf, timeOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { now } from '../platform/clock.ts';
import { words } from '../words.ts';
import { PlainButton } from './acts.tsx';
import { ChoiceGrid } from './choices.tsx';
import type { FieldProps } from './field.tsx';
import { Select } from './inputs.tsx';
import { dayWords, halfHours } from './when.ts';

/** A stretch of time: two instants, ISO in UTC. */
export interface TimeWindow {
  start: string;
  end: string;
}

const parts = [
  { value: '08:00-10:00', label: '早上', note: '8 点到 10 点' },
  { value: '10:00-12:00', label: '上午', note: '10 点到 12 点' },
  { value: '13:00-15:00', label: '中午', note: '1 点到 3 点' },
  { value: '15:00-17:30', label: '下午', note: '3 点到 5 点半' },
  { value: '18:00-20:00', label: '晚上', note: '6 点到 8 点' },
] as const;

const clocks = halfHours('07:00', '21:00').map((value) => ({ value, label: value }));

export interface DateTimeChoiceProps extends FieldProps {
  value: TimeWindow | undefined;
  onChange: (value: TimeWindow | undefined) => void;
  /** How many days from today may be chosen; the catalogue's rule. */
  days?: number | undefined;
}

/** When: a day by name, then a part of the day; exact times only for who wants them. Times already past are left out. */
export function DateTimeChoice({ value, onChange, days = 7, label, hint, error, optional }: DateTimeChoiceProps) {
  const [today] = useState(() => dayOf(now()));
  const [day, setDay] = useState(() => (value ? dayOf(Date.parse(value.start)) : undefined));
  const [exact, setExact] = useState(() => value !== undefined && !parts.some((one) => one.value === partOf(value)));

  const ahead = Array.from({ length: days }, (_, index) => addDays(today, index));
  const open = (clock: string) => day !== undefined && Number(instantOf(day, clock)) > now();
  const take = (onDay: string, start: string, end: string) =>
    onChange({ start: instantOf(onDay, start).toISOString(), end: instantOf(onDay, end).toISOString() });
  const start = value ? timeOf(Date.parse(value.start)) : undefined;
  const end = value ? timeOf(Date.parse(value.end)) : undefined;

  function takeDay(next: string) {
    setDay(next);
    const stillAhead = start !== undefined && Number(instantOf(next, start)) > now();
    if (start && end && stillAhead) take(next, start, end);
    else onChange(undefined);
  }

  return (
    <View className="w-stack">
      <ChoiceGrid
        label={label}
        hint={hint}
        error={error}
        optional={optional}
        columns={3}
        options={ahead.map((one) => ({ value: one, label: dayWords(one, now()) }))}
        value={day}
        onChange={takeDay}
      />
      {day && !exact ? (
        <ChoiceGrid
          label={words.partOfDay}
          options={parts.filter((one) => open(one.value.slice(6)))}
          value={value ? partOf(value) : undefined}
          onChange={(part) => take(day, part.slice(0, 5), part.slice(6))}
        />
      ) : null}
      {day && exact ? (
        <View className="w-pair">
          <Select
            label={words.from}
            options={clocks.filter((one) => open(one.value))}
            value={start}
            onChange={(from) => take(day, from, end && end > from ? end : laterBy(from))}
          />
          <Select
            label={words.to}
            options={clocks.filter((one) => !start || one.value > start)}
            value={end}
            onChange={(to) => take(day, start ?? '09:00', to)}
          />
        </View>
      ) : null}
      {day ? (
        <PlainButton icon="clock" onTap={() => setExact(!exact)}>
          {exact ? words.roughTime : words.exactTime}
        </PlainButton>
      ) : null}
    </View>
  );
}

const partOf = ({ start, end }: TimeWindow) =>
  `${timeOf(Date.parse(start))}-${timeOf(Date.parse(end))}` as (typeof parts)[number]['value'];

const laterBy = (clock: string): string => halfHours(clock, '21:30')[2] ?? '21:30';
