import { View } from '@tarojs/components';

/** A fact in a word, without a state: a category, a qualification. */
export function MiniTag({ children }: { children: string }) {
  return <View className="w-mini-tag">{children}</View>;
}
