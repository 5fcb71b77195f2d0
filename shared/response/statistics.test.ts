import { expect, it } from 'vitest';
import { instantOf } from '../time.ts';
import { figuresOf, monthSpan, percentile, type Told } from './statistics.ts';

const start = instantOf('2026-05-06', '09:00').getTime();
const late = instantOf('2026-06-10').getTime();
const minute = 60_000;
const day = 86_400_000;

type Line = Told['history'][number];
const did = (minutes: number, move: Line['move'], more: Partial<Line> = {}): Line => ({
  ...{ move, at: start + minutes * minute, role: 'gridWorker', ...more },
});
const call = (history: readonly Line[], more: Partial<Told> = {}): Told => ({
  ...{ drill: false, source: 'elder', raisedAt: start, times: { report: 86_400, follow: 86_400 } },
  history: [did(0, 'raise', { role: 'resident' }), did(0, 'call', { role: null }), ...history],
  ...more,
});

it('takes the nearest rank', () => {
  expect([percentile([], 0.5), percentile([7], 0.95), percentile([3, 1, 2], 0.5)]).toEqual([null, 7, 2]);
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile(hundred, 1)]).toEqual([50, 95, 100]);
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
});

it('measures to the first who took it on and to the first who stood there', () => {
  const one = call([did(1, 'acknowledge'), did(2, 'giveBack'), did(3, 'setOut', { role: null }), did(12, 'arrive')]);
  const two = call([did(4, 'arrive', { role: 'volunteer' })], { source: 'device' });
  const figures = figuresOf([one, two, call([])], late);
  expect(figures.acknowledged).toEqual({ count: 2, p50: 60, p95: 240 });
  expect(figures.arrived).toEqual({ count: 2, p50: 240, p95: 720 });
  expect(figures.takenBy).toEqual([
    { label: '志愿者', count: 1 },
    { label: '网格员', count: 1 },
  ]);
  expect(figures.sources).toEqual([
    { label: '老人自己', count: 2 },
    { label: '设备', count: 1 },
  ]);
  expect([figures.calls, figures.open, figures.untaken]).toEqual([3, 3, 0]);
});

it('keeps drills out of every other figure', () => {
  const drill = call([did(1, 'acknowledge'), did(2, 'endDrill')], { drill: true, source: 'drill' });
  expect(figuresOf([drill, drill], late)).toMatchObject({
    ...{ calls: 0, drills: 2, open: 0, acknowledged: { count: 0, p50: null, p95: null }, sources: [] },
  });
});

it('counts false alarms by cause, each call once whoever it was handed to, and those who did not answer', () => {
  const wrong = (cause: 'pressed' | 'device') => call([did(5, 'falseAlarm', { cause })]);
  const again = call([did(5, 'falseAlarm', { cause: 'pressed' }), did(6, 'reopen'), did(7, 'acknowledge')]);
  const out = call([
    ...[did(1, 'acknowledge'), did(2, 'noAnswer'), did(3, 'handOver', { to: '120' })],
    ...[did(4, 'handOver', { to: '110' }), did(5, 'handOver', { to: '120' }), did(9, 'handle')],
  ]);
  expect(figuresOf([wrong('pressed'), wrong('pressed'), wrong('device'), again, out], late)).toMatchObject({
    ...{ falseAlarms: 3, handedOver: 1, noAnswer: 1, untaken: 3, open: 1 },
    falseCauses: [
      { label: '误按', count: 2 },
      { label: '设备误报', count: 1 },
    ],
    handOvers: [
      { label: '110 报警', count: 1 },
      { label: '120 急救', count: 1 },
    ],
  });
});

it('asks for report and follow-up in time only where the time is over or it was done', () => {
  const handled = [did(1, 'acknowledge'), did(10, 'handle')];
  const at = (minutes: number) => did(10 + minutes, 'follow');
  const [done, tooLate, never] = [call([...handled, at(600)]), call([...handled, at(3 * 1_440)]), call(handled)];
  expect(figuresOf([done, tooLate, never], late).follow).toEqual({ due: 3, inTime: 1 });
  // By the end of the next day.
  const edge = instantOf('2026-05-08').getTime();
  const onTheEdge = call([...handled, { ...did(0, 'follow'), at: edge - 1 }]);
  const overIt = call([...handled, { ...did(0, 'follow'), at: edge }]);
  expect(figuresOf([onTheEdge, overIt], late).follow).toEqual({ due: 2, inTime: 1 });
  expect(figuresOf([never], edge - 1).follow).toEqual({ due: 0, inTime: 0 });
  const reviewed = call([...handled, did(10 + 1_440, 'review')]);
  const reviewedLate = call([...handled, did(11 + 1_440, 'review')]);
  expect(figuresOf([reviewed, reviewedLate, never], late).report).toEqual({ due: 3, inTime: 1 });
});

it('says the same of a settled month whatever was added later', () => {
  const early = call([did(1, 'acknowledge')]);
  const grown = call([did(1, 'acknowledge'), { ...did(0, 'falseAlarm', { cause: 'test' }), at: late + day }]);
  expect(figuresOf([grown], late)).toEqual(figuresOf([early], late));
});

it('knows where months begin, over the turn of the year and a leap day', () => {
  const days = (month: string) => Object.values(monthSpan(month)).map((at) => at.toISOString().slice(0, 16));
  expect(days('2027-12')).toEqual(['2027-11-30T16:00', '2027-12-31T16:00', '2028-01-09T16:00']);
  expect(days('2028-02')).toEqual(['2028-01-31T16:00', '2028-02-29T16:00', '2028-03-09T16:00']);
  expect(days('2026-01')[1]).toBe('2026-01-31T16:00');
});
