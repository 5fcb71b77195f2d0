import { View } from '@tarojs/components';
import { ClockSelect, DaySelect, type StretchDraft } from './day-time.tsx';
import { mineWords as w } from './words.ts';

interface Props {
  value: StretchDraft;
  onChange: (value: StretchDraft) => void;
  error?: string | undefined;
}

/** From which day and time until which. */
export function StretchChoice({ value, onChange, error }: Props) {
  const set = (part: Partial<StretchDraft>) => onChange({ ...value, ...part });
  return (
    <View className="w-stack">
      <View className="w-pair">
        <DaySelect id="from-day" label={w.from} value={value.from} onChange={(from) => set({ from })} />
        <ClockSelect
          id="from-time"
          label={w.fromTime}
          value={value.fromTime}
          onChange={(fromTime) => set({ fromTime })}
        />
      </View>
      <View className="w-pair">
        <DaySelect id="to-day" label={w.to} value={value.to} error={error} onChange={(to) => set({ to })} />
        <ClockSelect id="to-time" label={w.toTime} value={value.toTime} onChange={(toTime) => set({ toTime })} />
      </View>
    </View>
  );
}
