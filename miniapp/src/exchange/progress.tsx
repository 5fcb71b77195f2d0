import { View } from '@tarojs/components';
import { aria } from '../ui/index.ts';

/** A bar that fills; the words beside it say the same, so that screen readers pass it over. */
export const Bar = ({ percent }: { percent: number }) => (
  <View className="w-meter" {...aria({ hidden: true })}>
    <View className="w-meter-full" style={{ width: `${Math.min(100, Math.max(0, percent))}%` }} />
  </View>
);
