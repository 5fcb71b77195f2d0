import { Chips, Stack, TextInput, Words } from '../../ui/index.ts';
import { fullDay, usualFirstDays } from './first-day.ts';
import { parameterWords as w } from './words.ts';

/** What is typed: one of the usual days, or a day of one's own in words. */
export interface DayDraft {
  usual: string;
  typed: string;
}

interface Choice {
  today: string;
  value: DayDraft;
  onChange: (value: DayDraft) => void;
  error: string | undefined;
}

/** The first day of a change: a usual one by a tap, any other typed. */
export function FirstDayChoice({ today, value, onChange, error }: Choice) {
  const usual = usualFirstDays(today);
  const chosen = usual.find((day) => day.value === value.usual);
  const other = value.usual === 'other';
  return (
    <Stack tight>
      <Words tone="strong">{w.firstDay}</Words>
      <Chips
        name="day"
        label={w.firstDay}
        options={[...usual, { value: 'other', label: w.otherDay }]}
        value={other || !chosen ? 'other' : chosen.value}
        onChange={(picked) => onChange({ ...value, usual: picked })}
      />
      {chosen ? <Words tone="soft">{fullDay(chosen.value)}</Words> : null}
      {chosen ? null : (
        <TextInput
          id="first-day"
          label={w.dayInput}
          hint={w.dayHint}
          maxLength={20}
          value={value.typed}
          onChange={(typed) => onChange({ usual: 'other', typed })}
          error={error}
        />
      )}
      {chosen && error ? <Words tone="strong">{error}</Words> : null}
    </Stack>
  );
}
