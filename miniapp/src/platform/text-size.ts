import Taro from '@tarojs/taro';
import { signal } from './signal.ts';
import { stored } from './store.ts';
import { onWeb } from './target.ts';
import { useSignal } from './use-signal.ts';

/** The user's own sizes: 特大 brings body text (20 px) to 30 px, the number of 工信厅信管函〔2021〕67号 §1.1. */
export const textSizes = { standard: 1, large: 1.25, huge: 1.5 } as const;
export type TextSize = keyof typeof textSizes;

const kept = stored<TextSize>('text-size');
const chosen = signal<TextSize>(kept.read() ?? 'standard');

/** The size that the phone itself asks for: WeChat's font setting, or the browser's default text (16 px is 1). */
function deviceFactor(): number {
  if (onWeb) return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return info.fontSizeScaleFactor ?? 1;
}

/** Keeps the user's choice on this phone. */
export function setTextSize(size: TextSize): void {
  kept.write(size);
  chosen.set(size);
}

/** The chosen size and the factor to draw text with: the larger of the user's choice and the phone's. */
export function useTextSize(): { size: TextSize; scale: number } {
  const size = useSignal(chosen);
  return { size, scale: Math.min(2, Math.max(textSizes[size], deviceFactor())) };
}
