import { describe, expect, it } from 'vitest';
import { actNeeds, missingIn, sayAct } from './acts.ts';
import {
  after,
  canLeave,
  isOpen,
  type Move,
  moveNames,
  moves,
  openStatuses,
  replay,
  statusNames,
} from './lifecycle.ts';

describe('the move table', () => {
  it('closes a call only by handling it, by a false alarm or by the end of a drill', () => {
    const closing = moveNames.filter((move) =>
      statusNames.some((status) => isOpen(status) && canLeave(move, status) && !isOpen(after(move, status))),
    );
    expect(closing).toEqual(['handle', 'falseAlarm', 'endDrill']);
  });

  it('lets the clock change no status', () => {
    const ruled = moveNames.filter((move) => moves[move].by === 'rule');
    expect(ruled.length).toBeGreaterThan(0);
    expect(ruled.filter((move) => moves[move].to !== 'same')).toEqual([]);
  });

  it('leads from every status to the review, except where nothing is left to review', () => {
    const reached = new Set<string>(['reviewed', 'drillEnded']);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const status of statusNames)
        if (moveNames.some((move) => canLeave(move, status) && reached.has(after(move, status)))) reached.add(status);
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...statusNames].sort());
  });

  it('refuses what it does not hold, so that a replay cannot pass over a fault', () => {
    expect(() => after('handle', 'raised')).toThrow('move handle does not leave raised');
    expect(() => replay([{ move: 'raise' }, { move: 'review' }])).toThrow();
    const course: Move[] = ['call', 'acknowledge', 'setOut', 'cannotEnter', 'arrive', 'handOver', 'handle', 'review'];
    expect(replay([{ move: 'raise' }, ...course.map((move) => ({ move }))])).toBe('reviewed');
  });

  it('lets a further press join in every open status', () => {
    expect(openStatuses.filter((status) => !canLeave('pressAgain', status))).toEqual([]);
    expect(canLeave('pressAgain', 'handled')).toBe(false);
  });
});

describe('an act', () => {
  const base = { id: 'a', words: '' };

  it('that closes a call says who saw or spoke to her', () => {
    const lacks = (move: 'handle' | 'falseAlarm', more = {}) =>
      missingIn({ ...base, move, ...more }).map(({ field }) => field);
    expect(lacks('handle')).toEqual(['proof', 'proofBy', 'outcome']);
    expect(lacks('handle', { proof: 'saw', proofBy: '', outcome: 'helped' })).toEqual(['proofBy']);
    expect(lacks('falseAlarm', { proof: 'spoke', proofBy: '刘芳' })).toEqual(['cause']);
    expect(lacks('falseAlarm', { proof: 'spoke', proofBy: '刘芳', cause: 'pressed' })).toEqual([]);
    for (const { move, asked } of Object.entries(actNeeds).map(([move, { needs }]) => ({ move, asked: needs })))
      expect(asked.includes('proof'), move).toBe(move === 'handle' || move === 'falseAlarm');
  });

  it('is said in words', () => {
    expect(sayAct({ proof: 'saw', proofBy: '刘芳', outcome: 'hospital', words: '送一中心' })).toBe(
      '见到老人（刘芳），送医，送一中心',
    );
    expect(sayAct({ to: '120', words: '' })).toBe('120 急救');
    expect(sayAct({ where: 'hotline', number: 'A1', words: '' })).toBe('12345 A1');
  });
});
