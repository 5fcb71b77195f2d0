import Taro from '@tarojs/taro';

/** A long shake of the phone, where it can: the hand feels that something was done. */
export function buzz(): void {
  // Phones that cannot, or may not, shake say so by failing.
  Taro.vibrateLong().catch(() => undefined);
}
