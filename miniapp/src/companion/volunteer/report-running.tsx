import { sayMinutes, timeOf } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { useNow } from '../../platform/use-now.ts';
import { Card, MainAct, Words } from '../../ui/index.ts';
import { reportWords as say } from './words.ts';

const shownEveryMs = 10_000;

interface RunningProps {
  startedAt: string;
  /** Takes the moment of the tap as the end; what was done is asked next. */
  onEnd: (endedAt: string) => void;
}

/** A service going on: since when, how long (only shown, never sent), and the way to end it. */
export function ReportRunning({ startedAt, onEnd }: RunningProps) {
  const at = useNow(shownEveryMs);
  const started = Date.parse(startedAt);
  const minutes = Math.max(0, Math.floor((at - started) / 60_000));
  return (
    <>
      <Card tone="tint">
        <Words>{say.elapsed}</Words>
        <Words tone="display">{sayMinutes(minutes)}</Words>
        <Words tone="soft">{say.since(timeOf(started))}</Words>
      </Card>
      <MainAct id="finish" icon="check" onTap={() => onEnd(new Date(now()).toISOString())}>
        {say.end}
      </MainAct>
      <Words tone="soft">{say.endHint}</Words>
    </>
  );
}
