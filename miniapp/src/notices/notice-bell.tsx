import { View } from '@tarojs/components';
import { go } from '../platform/nav.ts';
import { Icon, NoticeDot, Tap } from '../ui/index.ts';
import { useAskConsent } from './ask-consent.ts';
import { useUnread } from './use-notices.ts';
import { noticeWords } from './words.ts';

/** The way to the notices, with how many are new; stands at the right of a home page's title. */
export function NoticeBell() {
  const unread = useUnread();
  // Every home page has the bell: what its taps may ask for is then ready.
  useAskConsent();
  return (
    <Tap className="w-bell" id="notices" onTap={() => go('notices')} aria={{ label: noticeWords.bell(unread) }}>
      <Icon name="bell" size={30} />
      <View className="w-bell-words">{noticeWords.title}</View>
      <NoticeDot count={unread} label={noticeWords.unread} />
    </Tap>
  );
}
