import { expect, it } from 'vitest';
import { runAlarms } from './alarms/run.ts';

it('200 alarms with two servers and the engine killed amid them: none lost, none doubled, none late', async () => {
  const said: string[] = [];
  const report = await runAlarms({
    ...{ alarms: 200, open: 60, pause: [3, 6], seed: 4 },
    say: (line) => void said.push(line),
  });
  expect(report.verdict, said.join('\n')).toMatchObject({ lost: [], doubled: [], late: [] });
  expect(report.summary).toBe('alarms raised 200, acknowledged to the user 200, lost 0, doubled 0, late 0');
  expect(report.verdict.delays.length).toBeGreaterThan(100);
  expect(Math.min(report.kills.servers, report.kills.engine)).toBeGreaterThan(0);
}, 300_000);
