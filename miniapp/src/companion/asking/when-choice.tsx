import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { ChoiceGrid, DateTimeChoice, PlainButton, Stack } from '../../ui/index.ts';
import { nextHalfDays } from './half-days.ts';
import { askingWords as say } from './words.ts';

interface Window {
  from: string;
  to: string;
}

interface WhenChoiceProps {
  value: Window | undefined;
  onChange: (value: Window | undefined) => void;
  error: string | undefined;
}

/** The next half days, one tap each; any other time behind a button. */
export function WhenChoice({ value, onChange, error }: WhenChoiceProps) {
  const [halves] = useState(() => nextHalfDays(now()));
  const chosen = halves.find((one) => one.from === value?.from && one.to === value.to);
  const [other, setOther] = useState(value !== undefined && !chosen);

  if (other) {
    return (
      <Stack>
        <DateTimeChoice
          label={say.when}
          value={value && { start: value.from, end: value.to }}
          onChange={(at) => onChange(at && { from: at.start, to: at.end })}
          error={error}
        />
        <PlainButton id="near-time" onTap={() => [setOther(false), onChange(undefined)]}>
          {say.nearTime}
        </PlainButton>
      </Stack>
    );
  }
  return (
    <Stack>
      <ChoiceGrid
        name="when"
        label={say.when}
        columns={1}
        options={halves.map(({ key, label, note }) => ({ value: key, label, note }))}
        value={chosen?.key}
        onChange={(key) => {
          const half = halves.find((one) => one.key === key);
          onChange(half && { from: half.from, to: half.to });
        }}
        error={error}
      />
      <PlainButton id="other-time" icon="clock" onTap={() => setOther(true)}>
        {say.otherTime}
      </PlainButton>
    </Stack>
  );
}
