import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { RowState, TwinDecision, Verdict } from '@wubian/shared/exchange/imports-contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { api } from '../api.ts';
import { usePaged } from '../paged-query.ts';
import { queryClient } from '../query.ts';

type Exchange = WubianApi['exchange'];
export type Batch = Output<Exchange['readBatch']>;
export type ImportRow = Output<Exchange['listRows']>['items'][number];
export type Running = 'checking' | 'applying' | 'undoing';

/** How often what runs in the background is asked how far it is, in ms. */
export const askEveryMs = 1_500;
/** What `decideRows` takes at once; small, so that one that cannot be holds up few others. */
const decideAtOnce = 40;
const rowsAtOnce = 50;

export const isRunning = (state: Batch['state']): state is Running =>
  state === 'checking' || state === 'applying' || state === 'undoing';

/** All imports of the street, newest first. */
export const useBatches = () =>
  usePaged(['exchange', 'batches'], (cursor) => api.exchange.listBatches({ limit: rowsAtOnce, cursor }));

/** One import; asked again and again while something runs, as long as its page is in front. */
export const useBatch = (batchId: string, inFront: boolean) =>
  useQuery({
    queryKey: ['exchange', 'batch', batchId],
    queryFn: () => api.exchange.readBatch({ batchId }),
    refetchInterval: ({ state }) => (inFront && state.data && isRunning(state.data.state) ? askEveryMs : false),
  });

/** Rows of an import: by what the check found, or by what became of them. */
export const useRows = ({ id, state }: Batch, narrow: { verdict: Verdict } | { state: RowState }) =>
  usePaged(['exchange', 'rows', id, state, narrow], (cursor) =>
    api.exchange.listRows({ batchId: id, ...narrow, limit: rowsAtOnce, cursor }),
  );

/** Takes over what an act answered, and has the lists read anew. */
export function keepBatch(batch: Batch): void {
  queryClient.setQueryData(['exchange', 'batch', batch.id], batch);
  void queryClient.invalidateQueries({ queryKey: ['exchange', 'batches'] });
}

const readAnew = (batchId: string) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['exchange', 'rows', batchId] }),
    queryClient.invalidateQueries({ queryKey: ['exchange', 'batch', batchId] }),
  ]);

/** Decides one possible duplicate. */
export async function decideRow(batchId: string, row: number, decision: TwinDecision): Promise<void> {
  await api.exchange.decideRows({ batchId, rows: [row], decision });
  await readAnew(batchId);
}

const isOfRow = (error: unknown) =>
  error instanceof Refusal && !!error.fields?.some(({ field }) => field.startsWith('rows'));

async function decideSome(batchId: string, rows: readonly number[], decision: TwinDecision): Promise<number> {
  try {
    await api.exchange.decideRows({ batchId, rows: [...rows], decision });
    return rows.length;
  } catch (error) {
    if (!isOfRow(error)) throw error;
    if (rows.length === 1) return 0;
  }
  let done = 0;
  for (const row of rows) done += await decideSome(batchId, [row], decision);
  return done;
}

/** The rows of all possible duplicates that nobody has decided yet. */
async function undecidedRows(batchId: string): Promise<number[]> {
  const rows: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await api.exchange.listRows({ batchId, verdict: 'twin', limit: rowsAtOnce, cursor });
    rows.push(...items.flatMap(({ row, decision }) => (row !== null && decision === null ? [row] : [])));
    if (!next) return rows;
    cursor = next;
  }
}

/** Decides all that are left in the same way; answers how many, and how many could not be decided so. */
export async function decideRest(batchId: string, decision: TwinDecision): Promise<{ done: number; left: number }> {
  const rows = await undecidedRows(batchId);
  let done = 0;
  try {
    for (let at = 0; at < rows.length; at += decideAtOnce)
      done += await decideSome(batchId, rows.slice(at, at + decideAtOnce), decision);
  } finally {
    await readAnew(batchId);
  }
  return { done, left: rows.length - done };
}
