import { View } from '@tarojs/components';
import { Card, StatusTag, Words } from '../ui/index.ts';
import type { Assessments } from './use-assessments.ts';
import { bedsideWords as w } from './words.ts';

/** What counts now and whether she is due, with the reasons. */
export function StandingCard({ items, due }: Pick<Assessments, 'items' | 'due'>) {
  const now = items.find(({ effective }) => effective);
  return (
    <Card tone={due.due ? 'glow' : 'tint'}>
      <View className="w-item-head">
        <View className="w-item-title">{now ? now.levelWords : w.none}</View>
        {due.due ? <StatusTag tone="warn">{w.dueNow}</StatusTag> : null}
      </View>
      {now ? <Words tone="soft">{`${now.day}　${now.standard}`}</Words> : null}
      {due.words
        .filter((line) => now || due.words.length > 1 || line !== due.words[0])
        .map((line) => (
          <Words key={line} tone="strong">
            {line}
          </Words>
        ))}
      {!due.due && due.dueOn ? <Words tone="soft">{w.dueNext(due.dueOn)}</Words> : null}
    </Card>
  );
}
