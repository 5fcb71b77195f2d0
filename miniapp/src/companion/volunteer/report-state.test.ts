import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../platform/outbox-core.ts';
import { emptyForm, endTimes, missingIn, reportOf, reportState } from './report-state.ts';

const id = '0123456789abcdef01234567';
const start = '2026-11-22T02:00:00.000Z';
const end = '2026-11-22T02:45:00.000Z';
const claimed = { id, status: 'claimed', startedAt: null, finishedAt: null } as const;

const parcel = (endpoint: string, at: string, more: Partial<Parcel> = {}): Parcel => ({
  id: `${endpoint}-1`,
  room: 'companion',
  endpoint,
  input: { taskId: id, at },
  label: endpoint,
  key: id,
  owner: 'me/volunteer',
  at: 1,
  tries: 1,
  state: 'waiting',
  ...more,
});

describe('a visit on a phone without network', () => {
  it('is begun when the start waits, and ended when the end waits', () => {
    expect(reportState(claimed, []).phase).toBe('toStart');
    const begun = reportState(claimed, [parcel('start', start)]);
    expect(begun).toMatchObject({ phase: 'running', startedAt: start, finishedAt: null });
    const ended = reportState(claimed, [parcel('start', start), parcel('finish', end)]);
    expect(ended).toMatchObject({ phase: 'ended', startedAt: start, finishedAt: end });
    expect(ended.waiting).toHaveLength(2);
  });
  it('goes back to where the server stands when a submission was refused, and keeps it in sight', () => {
    const state = reportState(claimed, [parcel('start', start, { state: 'refused', words: '不行' })]);
    expect(state).toMatchObject({ phase: 'toStart', startedAt: null });
    expect(state.refused).toHaveLength(1);
  });
  it('believes the server once it has both times', () => {
    const done = { id, status: 'done', startedAt: start, finishedAt: end } as const;
    expect(reportState(done, [])).toMatchObject({ phase: 'ended', startedAt: start, finishedAt: end });
  });
  it('is over when the task went to someone else, whatever still waits', () => {
    const state = reportState({ ...claimed, status: 'open' }, [parcel('start', start)]);
    expect(state.phase).toBe('over');
    expect(state.waiting).toHaveLength(1);
  });
  it('takes no notice of another task', () => {
    expect(reportState(claimed, [parcel('start', start, { key: 'f'.repeat(24) })]).phase).toBe('toStart');
  });
});

describe('a report', () => {
  const filled = { ...emptyForm, endedAt: end, did: ['扫地拖地', '倒了垃圾'], didMore: ' 换了灯泡 ' };
  it('joins what was tapped and typed', () => {
    expect(reportOf({ ...filled, worried: true, concern: ' 没吃饭 ' })).toEqual({
      did: '扫地拖地、倒了垃圾；换了灯泡',
      noticed: '',
      concern: '没吃饭',
    });
  });
  it('does not send a worry that was switched off', () => {
    expect(reportOf({ ...filled, worried: false, concern: '没吃饭' }).concern).toBe('');
  });
  it('names what is missing', () => {
    expect(missingIn(filled, start)).toEqual([]);
    expect(missingIn({ ...emptyForm, worried: true }, start)).toEqual(['end', 'did', 'concern']);
    expect(missingIn({ ...filled, endedAt: '2026-11-22T15:00:00.000Z' }, start)).toEqual(['end']);
  });
  it('offers end times after the start and not after now', () => {
    const times = endTimes(start, Date.parse(end));
    expect(times).toHaveLength(4);
    expect(times[0]).toBe('2026-11-22T02:10:00.000Z');
    expect(endTimes(start, Date.parse(start) + 30 * 3_600_000)).toHaveLength(72);
  });
});
