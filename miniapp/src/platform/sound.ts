import Taro from '@tarojs/taro';
import { createAlarm, type Speaker } from './sound-core.ts';
import { stored } from './store.ts';
import { onWeb } from './target.ts';
import { useSignal } from './use-signal.ts';

const wished = stored<boolean>('alarm-sound');

function open(): Speaker | undefined {
  if (!onWeb) return Taro.createWebAudioContext() as unknown as Speaker;
  const { AudioContext, webkitAudioContext } = window as unknown as Record<string, (new () => Speaker) | undefined>;
  const Made = AudioContext ?? webkitAudioContext;
  return Made && new Made();
}

function shake(): void {
  if (!onWeb) void Taro.vibrateLong().catch(() => undefined);
  // Not on every phone, and not before the page was touched.
  else if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(400);
}

/** The alarm of whoever is on duty. */
export const alarmSound = createAlarm({
  open,
  shake,
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  wish: { read: () => wished.read() === true, write: (on) => wished.write(on) },
});

/** Whether the alarm would sound now. */
export const useAlarmSound = (): boolean => useSignal(alarmSound.isOn);
