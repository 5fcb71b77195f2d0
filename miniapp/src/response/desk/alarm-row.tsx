import { View } from '@tarojs/components';
import { triages } from '@wubian/shared/response/labels.ts';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { StatusTag, Tap, type Tone, whenWords } from '../../ui/index.ts';
import { NextStep, Passed } from './clocks.tsx';
import { type AlarmTone, toneOf } from './tone-of.ts';
import type { DeskRow } from './use-desk.ts';
import { liveDeskWords as w } from './words.ts';

const tagTones: Record<AlarmTone, Tone> = { alarm: 'warn', warn: 'warn', going: 'go', over: 'stop' };

/** One call for help on the desk; the whole row opens it. Only its clocks are drawn every second. */
export function AlarmRow({ row }: { row: DeskRow }) {
  const tone = toneOf(row);
  return (
    <Tap
      id={`incident-${row.id}`}
      className={`w-alarm w-alarm--${tone}`}
      onTap={() => go('workerIncident', { id: row.id })}
    >
      {row.open ? (
        <View className="w-alarm-clock">
          <View className="w-alarm-small">{w.passed}</View>
          <Passed since={row.raisedAt} />
        </View>
      ) : null}
      <View className="w-alarm-who">
        <View className="w-alarm-name">
          {row.drill ? <View className="w-drill">{w.drill}</View> : null}
          {row.elderName}
        </View>
        <View className="w-alarm-small">{[row.communityName, row.estateName].filter(Boolean).join(' ')}</View>
        <View className="w-alarm-small">{w.raised(whenWords(row.raisedAt, now()), row.sourceLabel)}</View>
      </View>
      <View className="w-alarm-tags">
        <StatusTag tone={tagTones[tone]}>{row.statusLabel}</StatusTag>
        {row.triage ? (
          <StatusTag tone={row.triage === 'life' ? 'warn' : 'wait'}>{triages[row.triage]}</StatusTag>
        ) : null}
        {row.noAnswer ? <StatusTag tone="warn">{w.noAnswer}</StatusTag> : null}
        {row.late ? <StatusTag tone="warn">{w.late}</StatusTag> : null}
      </View>
      {row.open ? (
        <View className="w-alarm-next">
          <View className="w-alarm-leader">{row.leader ? w.leader(row.leader) : w.nobody}</View>
          {row.next ? <NextStep next={row.next} /> : null}
        </View>
      ) : null}
    </Tap>
  );
}

/** Calls below each other. */
export function AlarmRows({ rows }: { rows: readonly DeskRow[] }) {
  return (
    <View className="w-alarms">
      {rows.map((row) => (
        <AlarmRow key={row.id} row={row} />
      ))}
    </View>
  );
}
