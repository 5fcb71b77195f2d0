import { View } from '@tarojs/components';
import { useIsLive } from '../../platform/live.ts';
import { aria, Icon } from '../../ui/index.ts';
import { useServerNow } from './server-time.ts';
import { liveDeskWords as w } from './words.ts';

/** The guard goes round every minute; three rounds missed are no coincidence. */
const guardMs = 3 * 60_000;

function Line({ isGood, words }: { isGood: boolean; words: string }) {
  return (
    <View className={`w-state ${isGood ? '' : 'w-state--bad'}`} {...aria({ role: 'status' })}>
      <Icon name={isGood ? 'check' : 'warn'} colour={isGood ? 'main' : 'sosInk'} size={20} />
      <View className="w-state-words">{words}</View>
    </View>
  );
}

/** Whether news comes by itself. */
export function LiveLine() {
  const isLive = useIsLive();
  return <Line isGood={isLive} words={isLive ? w.live : w.polling} />;
}

/** Whether the server's guard still goes its rounds; if not, people must not rely on what they see here. */
export function GuardLine({ watchedAt }: { watchedAt: string | null }) {
  const isWatched = useServerNow() - Date.parse(watchedAt ?? '') <= guardMs;
  return <Line isGood={isWatched} words={isWatched ? w.watched : w.unwatched} />;
}
