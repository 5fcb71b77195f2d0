import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { useState } from 'react';
import { api } from '../api.ts';
import { fileSink } from '../platform/file-save.ts';
import { queryClient } from '../query.ts';
import { askEveryMs } from './use-batches.ts';

export type Export = Output<WubianApi['exchange']['readExport']>;

const listed = 30;
const key = ['exchange', 'exports'];

/** The caller's own files, newest first; asked again while one is being made. */
export const useExports = (inFront: boolean) =>
  useQuery({
    queryKey: key,
    queryFn: async () => (await api.exchange.listExports({ limit: listed })).items,
    refetchInterval: ({ state }) =>
      inFront && state.data?.some((one) => one.state === 'running') ? askEveryMs : false,
  });

/** One file that is being made. */
export const useExport = (exportId: string | undefined, inFront: boolean) =>
  useQuery({
    queryKey: ['exchange', 'export', exportId],
    enabled: exportId !== undefined,
    queryFn: () => api.exchange.readExport({ exportId: exportId! }),
    refetchInterval: ({ state }) => (inFront && state.data?.state === 'running' ? askEveryMs : false),
  });

export const readExportsAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: key });

/** Fetches a file part by part and hands it to the user. */
export async function fetchFile(fileId: string, onPercent: (percent: number) => void): Promise<void> {
  const first = await api.exchange.download({ fileId, n: 0 });
  const sink = fileSink(first.name, first.mime);
  await sink.add(first.base64);
  for (let n = 1; n < first.parts; n++) {
    onPercent(Math.floor((100 * n) / first.parts));
    await sink.add((await api.exchange.download({ fileId, n })).base64);
  }
  await sink.done();
}

/** As `fetchFile`, with the percent that is there; undefined while nothing is under way. */
export function useFetchFile(): { percent: number | undefined; fetch: (fileId: string) => Promise<void> } {
  const [percent, setPercent] = useState<number>();
  return {
    percent,
    async fetch(fileId) {
      setPercent(0);
      try {
        await fetchFile(fileId, setPercent);
      } finally {
        setPercent(undefined);
      }
    },
  };
}
