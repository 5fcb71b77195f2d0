import { addDays, dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { dayWords, Select, Stack, TextInput } from '../../ui/index.ts';
import { lifeWords as w } from './words.ts';

const daysBack = 14;
const daysAhead = 60;
const other = 'other';

interface DayChoiceProps {
  value: string;
  error?: string | undefined;
  onChange: (day: string) => void;
}

/** A day that has come: of the last two weeks by name, an earlier one typed. */
export function PastDay({ value, error, onChange }: DayChoiceProps) {
  const today = dayOf(now());
  const near = Array.from({ length: daysBack }, (_, n) => addDays(today, -n));
  const [typed, setTyped] = useState(!near.includes(value));
  return (
    <Stack>
      <Select
        id="life-on"
        label={w.on}
        options={[
          ...near.map((day) => ({ value: day, label: dayWords(day, now()) })),
          { value: other, label: w.earlier },
        ]}
        value={typed ? other : value}
        error={typed ? undefined : error}
        onChange={(day) => {
          setTyped(day === other);
          onChange(day === other ? '' : day);
        }}
      />
      {typed ? (
        <TextInput
          id="life-on-day"
          label={w.onDay}
          hint={w.dayHint}
          maxLength={10}
          value={value}
          error={error}
          onChange={onChange}
        />
      ) : null}
    </Stack>
  );
}

/** A day of the next two months, or nobody knows (''). */
export function ReturnDay({ value, error, onChange }: DayChoiceProps) {
  const today = dayOf(now());
  const ahead = Array.from({ length: daysAhead }, (_, n) => addDays(today, n + 1));
  const known = value && !ahead.includes(value) ? [value, ...ahead] : ahead;
  return (
    <Select
      id="life-until"
      label={w.expected}
      options={[{ value: '', label: w.unknown }, ...known.map((day) => ({ value: day, label: dayWords(day, now()) }))]}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
