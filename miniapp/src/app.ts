import './platform/zod.ts';
import './app.scss';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type PropsWithChildren } from 'react';
import { refreshOn } from './live.ts';
import { startLive } from './platform/live.ts';
import { startOutbox } from './platform/outbox.ts';
import { queryClient } from './query.ts';

startOutbox();
refreshOn(['notice'], ['notices']);
startLive();

// The call for help, and whom to ring, must open without network too, also when the page was never opened before.
if (process.env.TARO_ENV === 'h5') {
  void import('./pages/sos/index.tsx');
  void import('./pages/help/index.tsx');
  void import('./pages/incident/index.tsx');
}

/** The root of the program; pages come in as children. */
export default function App({ children }: PropsWithChildren) {
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
