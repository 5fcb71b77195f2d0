import Taro from '@tarojs/taro';
import { onAppShow } from './lifecycle.ts';
import { type Carrier, createLive, type Ends, type Heard } from './live-core.ts';
import { onNetworkLoss, onNetworkReturn } from './network.ts';
import { session } from './session.ts';
import { onWeb } from './target.ts';
import { useSignal } from './use-signal.ts';

declare const API_BASE: string;

/** Where hints come from; http becomes ws, https becomes wss. */
const url = () => `${onWeb ? `${window.location.origin}/api` : API_BASE}/live`.replace(/^http/, 'ws');

/** One socket of Taro's, on the web and in WeChat; whatever goes wrong with it is the same as its end. */
function connect(ends: Ends): Carrier {
  let task: Taro.SocketTask | undefined;
  let isLeft = false;
  const close = () => {
    if (task && (!onWeb || task.readyState < task.CLOSING)) task.close({ code: 1000, reason: '' });
  };
  Taro.connectSocket({ url: url() }).then(
    (opened) => {
      task = opened;
      if (isLeft) return close();
      task.onOpen(ends.opened);
      task.onMessage(({ data }) => ends.said(String(data)));
      task.onClose(ends.closed);
      task.onError(ends.closed);
    },
    () => ends.closed(),
  );
  return {
    send(data) {
      if (onWeb && task?.readyState !== task?.OPEN) ends.closed();
      else task?.send({ data, fail: ends.closed });
    },
    close() {
      isLeft = true;
      close();
    },
  };
}

const live = createLive({
  connect,
  token: () => session.get()?.token,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});

/** Tells of every hint for who is signed in; gives the way to stop. */
export const listenLive = (heard: Heard): (() => void) => live.listen(heard);

/** Whether hints come in now; else pages ask every ten seconds. */
export const useIsLive = (): boolean => useSignal(live.isLive);

/** Called once when the program starts: connects whenever somebody is signed in. */
export function startLive(): void {
  onAppShow(live.wake);
  onNetworkReturn(live.wake);
  onNetworkLoss(live.cut);
  session.subscribe(live.restart);
  live.restart();
}
