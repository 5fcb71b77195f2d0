import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/**
 * Puts words on the clipboard; call it in a tap. False where that is not possible: then they must be selected by hand.
 * On the web not through Taro, which keeps a second copy in the storage for good.
 */
export async function copy(words: string): Promise<boolean> {
  try {
    if (onWeb) await navigator.clipboard.writeText(words);
    else await Taro.setClipboardData({ data: words });
    return true;
  } catch {
    return false;
  }
}
