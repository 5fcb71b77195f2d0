import { serviceMinutes } from '@wubian/shared/companion/minutes.ts';
import { sayMinutes, timeOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { Card, PlainButton, Select, Words, whenWords } from '../../ui/index.ts';
import { endTimes } from './report-state.ts';
import { reportWords as say } from './words.ts';

interface TimesProps {
  startedAt: string;
  endedAt: string;
  onChange: (endedAt: string) => void;
  error: string | undefined;
}

const inClock = (iso: string): string => timeOf(Date.parse(iso));

/** From when to when and how many minutes that makes; an end that was tapped late can be set right. */
export function ReportTimes({ startedAt, endedAt, onChange, error }: TimesProps) {
  const [mending, setMending] = useState(false);
  const minutes = serviceMinutes(startedAt, endedAt);
  const times = endTimes(startedAt, now());
  return (
    <Card tone="tint">
      <Words tone="strong">{say.span(inClock(startedAt), inClock(endedAt))}</Words>
      <Words tone={minutes === null ? 'strong' : 'display'}>
        {minutes === null ? say.tooLong : say.counts(sayMinutes(minutes))}
      </Words>
      {(mending || minutes === null) && times.length ? (
        <Select
          id="end-time"
          label={say.endTime}
          options={times.map((value) => ({
            value,
            label: `${whenWords(value, now())}（${lengthOf(startedAt, value)}）`,
          }))}
          value={times.includes(endedAt) ? endedAt : undefined}
          onChange={onChange}
          error={error}
        />
      ) : (
        <PlainButton id="change-end" onTap={() => setMending(true)} disabled={!times.length}>
          {say.changeEnd}
        </PlainButton>
      )}
    </Card>
  );
}

const lengthOf = (from: string, to: string): string => sayMinutes(serviceMinutes(from, to) ?? 0);
