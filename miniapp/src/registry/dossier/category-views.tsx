import { View } from '@tarojs/components';
import { categoryLabels } from '@wubian/shared/registry/category-rules.ts';
import { Card, Facts, Section } from '../../ui/index.ts';
import { CategoryList } from '../elders/category-list.tsx';
import type { Elder } from '../elders/use-elders.ts';
import { dossierWords as w } from './words.ts';

/** What holds by each of the three lists, then every category with its reason. */
export function CategoryViews({ elder }: { elder: Elder }) {
  return (
    <View>
      <Section title={w.views}>
        <Card>
          <Facts
            items={elder.views.map(({ label, categories }): [string, string] => [
              label,
              categories.map((one) => categoryLabels[one]).join('、') || w.none,
            ])}
          />
        </Card>
      </Section>
      <CategoryList items={elder.categories} />
    </View>
  );
}
