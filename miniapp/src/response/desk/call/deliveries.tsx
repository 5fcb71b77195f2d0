import { View } from '@tarojs/components';
import { timeOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { useWide } from '../../../platform/use-wide.ts';
import { PlainButton, Section, Words } from '../../../ui/index.ts';
import type { Incident } from '../../incident/use-incident.ts';
import { type DeliveryLine, deliveryLines } from './delivery-lines.ts';
import { callWords as w } from './words.ts';

const facts = [
  ['sentAt', w.sent],
  ['deliveredAt', w.delivered],
  ['seenAt', w.seen],
  ['acceptedAt', w.accepted],
] as const;

function Line({ line }: { line: DeliveryLine }) {
  return (
    <View className="w-told">
      <View className="w-told-head">
        <View className="w-words--strong">{line.name}</View>
        <View>{[line.channelLabel, line.count > 1 && w.times(line.count)].filter(Boolean).join('，')}</View>
      </View>
      {line.failed ? <View className="w-told-failed">{w.failed(line.failed)}</View> : null}
      <View className="w-told-facts">
        {facts.map(([field, label]) => {
          const at = line[field];
          return (
            <View key={field} className={at ? 'w-told-fact' : 'w-told-fact w-told-fact--not'}>
              {`${label} ${at ? timeOf(Date.parse(at)) : '—'}`}
            </View>
          );
        })}
      </View>
    </View>
  );
}

/** Who was told by which way, and the four facts of it: sent, delivered, seen, accepted. */
export function Deliveries({ incident: { deliveries } }: { incident: Incident }) {
  const wide = useWide();
  const [unfolded, setUnfolded] = useState(false);
  const lines = deliveryLines(deliveries);
  return (
    <Section title={w.deliveries}>
      {lines.length ? null : <Words tone="soft">{w.noDeliveries}</Words>}
      {lines.length && !wide && !unfolded ? (
        <PlainButton id="show-deliveries" onTap={() => setUnfolded(true)}>
          {w.showDeliveries(lines.length)}
        </PlainButton>
      ) : null}
      {lines.length && (wide || unfolded) ? (
        <View className="w-tolds">
          {lines.map((line) => (
            <Line key={`${line.name}${line.channel}`} line={line} />
          ))}
        </View>
      ) : null}
    </Section>
  );
}
