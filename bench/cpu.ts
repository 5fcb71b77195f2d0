import { readFileSync } from 'node:fs';

/** Linux counts processor time of processes in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that a process has used so far, user and system, in ms; NaN where there is no /proc. */
export function cpuMsOf(pid: number): number {
  try {
    // The name in parentheses may hold blanks; the fields are counted from behind it (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
