import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/** What WeChat draws over our own title bar, in px: the status bar above, its capsule at the right. */
export interface Overlay {
  top: number;
  right: number;
}

/** Measured once; a web page has nothing drawn over it. */
export const overlay: Overlay = onWeb ? { top: 0, right: 0 } : measure();

function measure(): Overlay {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const { left } = Taro.getMenuButtonBoundingClientRect();
  return { top: statusBarHeight, right: windowWidth - left };
}

/** Names the page for the browser tab and for WeChat's list of open programs. */
export function setTitle(title: string): void {
  if (onWeb) document.title = `${title} · 五边`;
  else Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}
