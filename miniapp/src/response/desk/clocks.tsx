import { View } from '@tarojs/components';
import { leftWords, passedWords } from './passed-words.ts';
import { useServerNow } from './server-time.ts';
import { clockWords as w } from './words.ts';

/** How long ago an instant (ISO) is, running. */
export function Passed({ since }: { since: string }) {
  return <View className="w-clock">{passedWords(useServerNow() - Date.parse(since))}</View>;
}

/** What the clock does next, and in how long; once it is due it says so until the server has done it. */
export function NextStep({ next }: { next: { at: string; label: string } }) {
  const left = Date.parse(next.at) - useServerNow();
  return <View className="w-clock-next">{left > 0 ? w.next(leftWords(left), next.label) : w.nextNow(next.label)}</View>;
}

/** How long there is to do a step that a person must do; when it is over, by how much. */
export function Left({ until }: { until: string }) {
  const left = Date.parse(until) - useServerNow();
  return (
    <View className={`w-clock ${left > 0 ? '' : 'w-clock--over'}`}>
      {left > 0 ? w.left(leftWords(left)) : w.over(passedWords(-left))}
    </View>
  );
}
