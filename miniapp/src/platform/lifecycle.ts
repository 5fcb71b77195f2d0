import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { onWeb } from './target.ts';

/** Calls back each time the program comes to the front. */
export function onAppShow(shown: () => void): void {
  if (onWeb) {
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && shown());
  } else {
    Taro.onAppShow(shown);
  }
}

/** Runs each time this page comes to the front, the first time too. */
export const usePageShow = (shown: () => void): void => useDidShow(shown);

/** True while this page is the one in front; pages below it in the stack stay alive but must not speak. */
export function useInFront(): boolean {
  const [inFront, setInFront] = useState(true);
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));
  return inFront;
}
