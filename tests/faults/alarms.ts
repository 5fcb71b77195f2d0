import { runAlarms } from './alarms/run.ts';

/**
 * `npm run faults`: raises alarms (ALARMS, default 10,000; OPEN of them at once, default 150) while either of two servers
 * and the engine are killed at random, and says in its last line what was lost, doubled or late. Exit code 1 unless
 * nothing was.
 */
const { ALARMS = '10000', OPEN = '150', SEED = '20260507' } = process.env;
const began = performance.now();
const say = (line: string) =>
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${line}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const { summary, verdict } = await runAlarms({
  ...{ alarms: Number(ALARMS), open: Number(OPEN), seed: Number(SEED), pause: [5, 15] },
  say,
});
console.log(summary);
process.exit(verdict.lost.length + verdict.doubled.length + verdict.late.length ? 1 : 0);
