import { View } from '@tarojs/components';
import { now } from '../../../platform/clock.ts';
import { call } from '../../../platform/phone-call.ts';
import { Icon, StatusTag, Tap, Words, whenWords } from '../../../ui/index.ts';
import type { Incident } from '../../incident/use-incident.ts';
import { NextStep, Passed } from '../clocks.tsx';
import { liveDeskWords } from '../words.ts';
import { callWords as w } from './words.ts';

/** Who, where, since when, and how to ring her: what one must read first, also half asleep. */
export function CallHead({ incident }: { incident: Incident }) {
  const { elder, place, drill, open, status, noAnswerSince } = incident;
  const tone = !open ? 'over' : status === 'raised' ? 'alarm' : noAnswerSince ? 'warn' : 'going';
  const age = elder.age === null ? '' : w.age(elder.age);
  return (
    <View className={`w-case-head w-alarm w-alarm--${tone}`}>
      {drill ? (
        <View className="w-drill-line">
          <View className="w-drill">{liveDeskWords.drill}</View>
          <View>{w.drillNote}</View>
        </View>
      ) : null}
      <View className="w-case-line">
        <View className="w-case-name">{[elder.name, age].filter(Boolean).join('　')}</View>
        <StatusTag tone={status === 'raised' ? 'warn' : open ? 'go' : 'stop'}>{incident.statusLabel}</StatusTag>
      </View>
      <View className="w-case-door">{[place.estateName, place.door].filter(Boolean).join(' ')}</View>
      {place.doorNotes ? <View>{`${w.doorNotes}：${place.doorNotes}`}</View> : null}
      {elder.phone ? (
        <Tap id="call-elder" className="w-case-phone" onTap={() => call(elder.phone ?? '')}>
          <Icon name="phone" colour="main" size={26} />
          <View className="w-case-phone-words">{w.callElder(elder.phone)}</View>
        </Tap>
      ) : null}
      {incident.words ? <Words tone="strong">{`${w.said}：${incident.words}`}</Words> : null}
      {elder.careNotes ? <Words>{`${w.careNotes}：${elder.careNotes}`}</Words> : null}
      {open ? (
        <View className="w-case-line">
          <View className="w-alarm-clock">
            <View className="w-alarm-small">{w.passed}</View>
            <Passed since={incident.raisedAt} />
          </View>
          <View className="w-case-next">
            <View className="w-alarm-small">{w.calls(incident.rungsCalled)}</View>
            {incident.next ? <NextStep next={incident.next} /> : null}
          </View>
        </View>
      ) : null}
      <View className="w-alarm-small">
        {w.raised(whenWords(incident.raisedAt, now()), incident.sourceLabel, incident.raisedBy)}
      </View>
      {incident.heardAt ? <View className="w-alarm-small">{w.heard(whenWords(incident.heardAt, now()))}</View> : null}
    </View>
  );
}
