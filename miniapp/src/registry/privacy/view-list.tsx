import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { Card, PagedList, Stack, StatusTag, Words, whenWords } from '../../ui/index.ts';
import { useViews } from './use-privacy.ts';
import { privacyWords as w } from './words.ts';

/** Who was shown what is hidden in a file, the newest first, in plain words. */
export function ViewList({ elderId }: { elderId: string }) {
  return (
    <Stack>
      <Words tone="soft">{w.viewsLead}</Words>
      <PagedList list={useViews(elderId)} empty={w.noViews} id="views">
        {(items) =>
          items.map(({ at, who, what, why, emergency }) => (
            <Card key={`${at}${who}${what}`} {...(emergency && { tone: 'glow' as const })}>
              <View className="w-item-head">
                <View className="w-item-title">{who}</View>
                {emergency ? <StatusTag tone="warn">{w.emergency}</StatusTag> : null}
              </View>
              <Words>{w.what(what)}</Words>
              {why ? <Words>{w.why(why)}</Words> : null}
              <Words tone="soft">{whenWords(at, now())}</Words>
            </Card>
          ))
        }
      </PagedList>
      <Words tone="soft">{w.viewsDoubt}</Words>
    </Stack>
  );
}
