import { figuresOf } from '@wubian/shared/response/statistics.ts';
import { expect, it } from 'vitest';
import { reportText, saySpan } from './report-text.ts';

const at = Date.parse('2026-05-06T01:00:00Z');
const of = (total: ReturnType<typeof figuresOf>) =>
  reportText({
    ...{ month: '2026-05', until: '', settled: true, settledFrom: '', communities: [] },
    total,
  });

it('says a month in sentences, and nothing of what did not happen', () => {
  const call = (seconds: number) => ({
    ...{ drill: false, source: 'elder' as const, raisedAt: at, times: { report: 86_400, follow: 86_400 } },
    history: [
      { move: 'raise' as const, at, role: null },
      { move: 'acknowledge' as const, at: at + seconds * 1_000, role: 'gridWorker' as const },
    ],
  });
  expect(of(figuresOf([call(30), call(90), call(3_700)], at + 86_400_000))).toBe(
    [
      '2026年5月共收到求助 3 次，另有演练 0 次。',
      '来源：老人自己 3。',
      '接单时间：一半 1 分 30 秒，九成五 1 小时 1 分。',
      '谁先接：网格员 3。',
      '没办完 3 次。',
    ].join('\n'),
  );
  expect(of(figuresOf([], at))).toBe('2026年5月共收到求助 0 次，另有演练 0 次。');
  expect(saySpan({ count: 0, p50: null, p95: null })).toBe('没有');
  expect(saySpan({ count: 2, p50: 59.6, p95: 120 })).toBe('一半 1 分钟，九成五 2 分钟');
});
