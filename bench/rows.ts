import type { Window } from './load.ts';

/** What one side has shown of one endpoint. */
export interface Figures extends Omit<Window, 'replies'> {
  /** Processor time for one reply, in ms. */
  serverCpuMs: number;
  engineCpuMs: number;
}

export interface Row {
  name: string;
  ours: Figures;
  baseline: Figures;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of each figure over the windows; wrong replies are added up, since one is too many. */
export function medianOf(windows: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number) => median(windows.map(pick));
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    serverCpuMs: of(({ serverCpuMs }) => serverCpuMs),
    engineCpuMs: of(({ engineCpuMs }) => engineCpuMs),
    wrong: windows.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

const heads = ['', 'req/s', 'p50 ms', 'p99 ms', 'server CPU ms', 'engine CPU ms', 'CPU ms', 'wrong'];

function cells(side: string, { perSecond, p50, p99, serverCpuMs, engineCpuMs, wrong }: Figures): string[] {
  const cpu = [serverCpuMs, engineCpuMs, serverCpuMs + engineCpuMs].map((ms) => ms.toFixed(2));
  return [side, perSecond.toFixed(0), String(p50), String(p99), ...cpu, String(wrong)];
}

const ratio = (ours: number, baseline: number): string => (ours / baseline).toFixed(2);

function ratios({ ours, baseline }: Row): string[] {
  const of = (pick: (figures: Figures) => number) => ratio(pick(ours), pick(baseline));
  return [
    'ratio',
    of(({ perSecond }) => perSecond),
    of(({ p50 }) => p50),
    of(({ p99 }) => p99),
    of(({ serverCpuMs }) => serverCpuMs),
    of(({ engineCpuMs }) => engineCpuMs),
    of(({ serverCpuMs, engineCpuMs }) => serverCpuMs + engineCpuMs),
    '',
  ];
}

/** The figures as a Markdown table: three lines for an endpoint, the last one ours divided by the baseline's. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    cells(`**${row.name}**, ours`, row.ours),
    cells('baseline', row.baseline),
    ratios(row),
  ]);
  return [heads, heads.map((_, n) => (n ? '--:' : '---')), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
