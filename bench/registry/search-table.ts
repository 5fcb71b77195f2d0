import type { Figures, Row } from '../rows.ts';

/** What one size of registry has shown. */
export interface SizeRows {
  elders: number;
  rows: readonly Row[];
}

const cpu = ({ serverCpuMs, engineCpuMs }: Figures): number => serverCpuMs + engineCpuMs;
/** A dash where there was no reply within a window. */
const ratio = (over: number, under: number): string =>
  Number.isFinite(over / under) ? (over / under).toFixed(2) : '–';

function cellsOf(name: string, sizes: readonly SizeRows[]): string[] {
  const rows = sizes.map(({ rows }) => rows.find((row) => row.name === name)!);
  const shown = rows.flatMap(({ ours, baseline }) => [
    ours.perSecond.toFixed(ours.perSecond < 10 ? 1 : 0),
    String(ours.p50),
    ratio(ours.perSecond, baseline.perSecond),
    ratio(cpu(ours), cpu(baseline)),
    String(ours.wrong + baseline.wrong),
  ]);
  const [small, large] = [rows[0]!, rows.at(-1)!];
  const grown =
    sizes.length > 1 ? [ratio(large.ours.p50, small.ours.p50), ratio(cpu(large.ours), cpu(small.ours))] : [];
  return [name, ...shown, ...grown];
}

/** The figures as a Markdown table: for each size ours and ours divided by the bare driver's, then large by small. */
export function searchTable(sizes: readonly SizeRows[]): string {
  const heads = sizes.flatMap(({ elders }) => {
    const size = elders.toLocaleString('en');
    return [`${size}: req/s`, 'p50 ms', 'req/s ÷ bare', 'CPU ÷ bare', 'wrong'];
  });
  const all = ['', ...heads, ...(sizes.length > 1 ? ['p50 large ÷ small', 'CPU large ÷ small'] : [])];
  const lines = sizes[0]!.rows.map(({ name }) => cellsOf(name, sizes));
  return [all, all.map((_, n) => (n ? '--:' : '---')), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
