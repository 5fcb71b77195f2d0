import { View } from '@tarojs/components';
import { Card, Section, StatusTag, type Tone } from '../../ui/index.ts';
import type { Elder } from './use-elders.ts';
import { elderWords as w } from './words.ts';

/** Not known is a state of its own, never drawn like a no. */
const tones = { yes: 'done', no: 'stop', unknown: 'wait' } as const satisfies Record<string, Tone>;

/** The six categories: each yes, no or not known, with the reason. */
export function CategoryList({ items }: { items: Elder['categories'] }) {
  return (
    <Section title={w.categories}>
      <Card>
        <View>
          {items.map(({ category, label, holds, reason }) => (
            <View className="w-verdict" key={category}>
              <View className="w-item-head">
                <View className="w-item-title">{label}</View>
                <StatusTag tone={tones[holds]}>{w.holds[holds]}</StatusTag>
              </View>
              <View className="w-item-note">{reason}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  );
}
