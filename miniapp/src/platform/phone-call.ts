import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/** Opens the dialler with the number. Whether it was answered is unknown: never count a call as "reached". */
export function call(phone: string): void {
  if (onWeb) window.location.href = `tel:${phone}`;
  // Closing the dialler without calling is a normal choice, reported by WeChat as a failure.
  else Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}
