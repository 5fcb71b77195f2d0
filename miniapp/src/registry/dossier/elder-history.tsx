import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { Card, Empty, Facts, MiniTag, Shown, Stack, Words, whenWords } from '../../ui/index.ts';
import { dossierWords as w } from './words.ts';

/** The story of a file, newest first: each change with its reason, before and after. */
export function ElderHistory({ elderId }: { elderId: string }) {
  const query = useQuery({
    queryKey: ['registry', 'history', elderId],
    queryFn: () => api.registry.elderHistory({ elderId }),
  });
  return (
    <Shown query={query}>
      {({ items }) =>
        items.length ? (
          <Stack>
            {items.map(({ version, at, byName, why, source, fields }) => (
              <Card key={version}>
                <View className="w-item-head">
                  <View className="w-item-title">{why}</View>
                  <MiniTag>{w.sources[source]}</MiniTag>
                </View>
                <Words tone="soft">{w.byWhom(byName, whenWords(at, now()))}</Words>
                <Facts
                  items={fields.map(({ label, before, after }): [string, string] => [
                    label,
                    version === 1 ? after : `${w.before} ${before || w.empty}，${w.after} ${after || w.empty}`,
                  ])}
                />
              </Card>
            ))}
          </Stack>
        ) : (
          <Empty words={w.noHistory} />
        )
      }
    </Shown>
  );
}
