import os from 'node:os';
import { alarmTable, runAlarmBench } from './alarms/run.ts';
import { runBench } from './bench.ts';
import { liveTable, runLiveBench } from './live/run.ts';
import { registryTable, runRegistryBench } from './registry/run.ts';
import { runSearchBench } from './registry/search.ts';
import { searchTable } from './registry/search-table.ts';
import { tableOf } from './rows.ts';

/**
 * `npm run bench`: prints requests per second, latency and processor time of the server and of a bare baseline on the
 * same engine (bench/README.md). The README names its settings.
 */
const { BENCH_SCALE = '1', BENCH_ROUNDS = '5', BENCH_SECONDS = '4', BENCH_ACTIVE = '2', BENCH_ONLY } = process.env;

const started = performance.now();
const say = (line: string) =>
  console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${line}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (process.argv[2] === 'live') {
  const { BENCH_CONNECTIONS = '5000' } = process.env;
  const figures = await runLiveBench({ connections: Number(BENCH_CONNECTIONS), rounds: Number(BENCH_ROUNDS) * 4, say });
  console.log(`\n${liveTable(figures)}`);
  process.exit(0);
}
if (process.argv[2] === 'alarms') {
  const { BENCH_ELDERS = '100000', BENCH_OPEN = '1000', BENCH_EACH = '500', BENCH_PACE = '5' } = process.env;
  const size = { elders: Number(BENCH_ELDERS), open: Number(BENCH_OPEN), each: Number(BENCH_EACH) };
  const figures = await runAlarmBench({ ...size, rounds: Number(BENCH_ROUNDS), perSecond: Number(BENCH_PACE), say });
  console.log(`\n${alarmTable(figures)}`);
  process.exit(0);
}
if (process.argv[2] === 'registry') {
  const { BENCH_ROWS = '100000', BENCH_ELDERS = '30000,1000000' } = process.env;
  if (process.argv[3] !== 'search')
    console.log(`\n${registryTable(await runRegistryBench({ rows: Number(BENCH_ROWS), say }))}`);
  if (process.argv[3] !== 'sheets') {
    const sizes = BENCH_ELDERS.split(',').map(Number);
    const windows = { rounds: Number(process.env.BENCH_ROUNDS ?? 1), seconds: Number(process.env.BENCH_SECONDS ?? 1) };
    const only = BENCH_ONLY && { only: BENCH_ONLY.split(',') };
    console.log(`\n${searchTable(await runSearchBench({ sizes, ...windows, connections: 8, ...only, say }))}`);
  }
  process.exit(0);
}
const rows = await runBench({
  scale: Number(BENCH_SCALE),
  rounds: Number(BENCH_ROUNDS),
  seconds: Number(BENCH_SECONDS),
  connections: 32,
  activeEach: Number(BENCH_ACTIVE),
  ...(BENCH_ONLY && { only: BENCH_ONLY.split(',') }),
  say,
});
say('done');
const [cpu] = os.cpus();
console.log(
  `\n${os.cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}, scale ${BENCH_SCALE}\n`,
);
console.log(tableOf(rows));
if (rows.some(({ ours, baseline }) => ours.wrong + baseline.wrong > 0)) {
  console.error('\nSome replies were wrong: these figures are not valid.');
  process.exitCode = 1;
}
