import { View } from '@tarojs/components';
import { go } from '../platform/nav.ts';
import { FiveSides } from '../sides/index.ts';
import { MainAct, Page, PentagonSign, Words } from '../ui/index.ts';
import { words } from '../words.ts';
import { accountWords as say } from './words.ts';

/** The door for who is not signed in. */
export function Welcome() {
  return (
    <Page title={words.brand} sos back={false}>
      <View className="w-hero">
        <PentagonSign size={260} />
        <Words tone="lead">{say.slogan}</Words>
      </View>
      <MainAct id="sign-in" icon="person" onTap={() => go('signIn')}>
        {say.signIn}
      </MainAct>
      <FiveSides />
    </Page>
  );
}
