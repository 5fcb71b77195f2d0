import { View } from '@tarojs/components';
import { dayChoiceLabels, dayChoices, turnLabels, turnLengths } from '@wubian/shared/response/roster/labels.ts';
import { CheckGrid, PlainButton, Section, Select, Stack, TextInput, Words } from '../../ui/index.ts';
import { ClockSelect, DaySelect } from './day-time.tsx';
import type { RosterSheet, Shift } from './use-duty.ts';
import { planWords as w } from './words.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'].map((name, n) => ({
  value: String(n),
  label: `周${name}`,
}));

interface Props {
  n: number;
  shift: Shift;
  people: RosterSheet['people'];
  onChange: (shift: Shift) => void;
  onDrop: (() => void) | undefined;
}

/** One shift of a plan: when, on which days, who in turn. */
export function ShiftFields({ n, shift, people, onChange, onDrop }: Props) {
  const set = (part: Partial<Shift>) => onChange({ ...shift, ...part });
  const order = shift.turns.map((turn) =>
    turn.map((id) => people.find((one) => one.accountId === id)?.name).join('和'),
  );
  return (
    <Section title={w.shift(n + 1)}>
      <Stack>
        <TextInput
          id={`shift-name-${n}`}
          label={w.shiftName}
          maxLength={12}
          value={shift.name}
          onChange={(name) => set({ name })}
        />
        <View className="w-pair">
          <ClockSelect id={`shift-from-${n}`} label={w.from} value={shift.from} onChange={(from) => set({ from })} />
          <ClockSelect id={`shift-to-${n}`} label={w.to} value={shift.to} onChange={(to) => set({ to })} />
        </View>
        <Words tone="soft">{w.toHint}</Words>
        <View className="w-pair">
          <Select
            id={`shift-days-${n}`}
            label={w.days}
            options={dayChoices.map((value) => ({ value, label: dayChoiceLabels[value] }))}
            value={shift.days}
            onChange={(days) => set({ days })}
          />
          <Select
            id={`shift-each-${n}`}
            label={w.each}
            options={turnLengths.map((value) => ({ value, label: turnLabels[value] }))}
            value={shift.each}
            onChange={(each) => set({ each })}
          />
        </View>
        {shift.days === 'weekdays' ? (
          <CheckGrid
            name={`shift-weekday-${n}`}
            label={w.weekdays}
            columns={4}
            options={weekdays}
            value={shift.weekdays.map(String)}
            onChange={(chosen) => set({ weekdays: chosen.map(Number) })}
          />
        ) : null}
        <CheckGrid
          name={`turn-${n}`}
          label={w.turns}
          hint={w.turnsHint}
          columns={3}
          options={people.map(({ accountId, name, role }) => ({ value: accountId, label: name, note: role }))}
          value={shift.turns.flat()}
          onChange={(chosen) => set({ turns: chosen.map((id) => [id]) })}
        />
        <Words tone="strong">{order.length ? w.order(order.join(' → ')) : w.noOrder}</Words>
        {shift.turns.length > 1 ? (
          <DaySelect id={`shift-since-${n}`} label={w.since} value={shift.since} onChange={(since) => set({ since })} />
        ) : null}
        {onDrop ? (
          <PlainButton id={`drop-shift-${n}`} onTap={onDrop}>
            {w.dropShift}
          </PlainButton>
        ) : null}
      </Stack>
    </Section>
  );
}
