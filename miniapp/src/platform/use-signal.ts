import { useSyncExternalStore } from 'react';
import type { Signal } from './signal.ts';

/** Reads a watched value and renders again when it changes. */
export const useSignal = <T>(from: Pick<Signal<T>, 'get' | 'subscribe'>): T =>
  useSyncExternalStore(from.subscribe, from.get, from.get);
