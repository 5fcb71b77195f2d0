import { runBench } from '../bench.ts';
import { registryEndpoints } from './endpoints.ts';
import { fillRegistry } from './fill.ts';
import type { SizeRows } from './search-table.ts';

export interface SearchBenchOptions {
  /** How many files each registry has, the smallest first. */
  sizes: readonly number[];
  rounds: number;
  /** Length of one window. */
  seconds: number;
  connections: number;
  only?: readonly string[];
  say: (line: string) => void;
}

/** Fills a street of each size, one after the other, and measures every way of asking its registry. */
export async function runSearchBench({ sizes, ...options }: SearchBenchOptions): Promise<SizeRows[]> {
  const shown: SizeRows[] = [];
  for (const elders of sizes) {
    const rows = await runBench({
      ...{ ...options, scale: elders / 100_000, activeEach: 0 },
      plan: async (deps) => registryEndpoints(deps, await fillRegistry(deps, elders)),
    });
    shown.push({ elders, rows });
  }
  return shown;
}
