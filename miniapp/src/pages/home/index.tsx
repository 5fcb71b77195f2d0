import { View } from '@tarojs/components';
import { go } from '../../platform/nav.ts';
import { Card, MainAct, Page, PentagonSign, Words } from '../../ui/index.ts';
import { words } from '../../words.ts';

/** What opens first: the sign of the house, and the way to help. */
export default function Home() {
  return (
    <Page title={words.brand} sos back={false}>
      <View className="w-hero">
        <PentagonSign />
        <Words tone="lead">{words.brandLine}</Words>
      </View>
      <Card tone="tint">
        <Words>{words.homeAbout}</Words>
      </Card>
      <MainAct id="to-help" icon="phone" onTap={() => go('help')}>
        {words.homeCall}
      </MainAct>
    </Page>
  );
}
