import Taro from '@tarojs/taro';
import { signal } from './signal.ts';
import { onWeb } from './target.ts';
import { useSignal } from './use-signal.ts';

const online = signal(onWeb ? navigator.onLine : true);

if (onWeb) {
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
} else {
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
}

/** Calls back each time the network returns. Gives the way to stop. */
export const onNetworkReturn = (back: () => void): (() => void) => online.subscribe(() => online.get() && back());

/** Calls back each time the network goes. */
export const onNetworkLoss = (gone: () => void): (() => void) => online.subscribe(() => online.get() || gone());

/** False while the phone says it has no network. True is no promise that the server answers. */
export const useOnline = (): boolean => useSignal(online);
