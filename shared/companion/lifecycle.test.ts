import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  canLeave,
  endStatuses,
  type Move,
  moveNames,
  moves,
  personMoves,
  replay,
  statusNames,
} from './lifecycle.ts';

describe('the move table', () => {
  it('reaches every status from the first one, and leaves every status but the last ones', () => {
    const reached = new Set(['asked']);
    for (const _ of statusNames) {
      for (const move of moveNames) {
        const { from, to } = moves[move];
        if (to !== 'same' && from.some((status) => reached.has(status))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...statusNames].sort());
    expect([...endStatuses].sort()).toEqual(['cancelled', 'confirmed', 'declined', 'expired']);
  });

  it('knows which moves are made by a person', () => {
    expect(personMoves).toContain('claim');
    expect(personMoves).not.toContain('confirmByRule');
    expect(personMoves.length + moveNames.filter((move) => moves[move].by === 'rule').length).toBe(moveNames.length);
  });

  it('never lets two moves of different people race for the ledger: confirmed is entered from done or objected only', () => {
    const entering = moveNames.filter((move) => moves[move].to === 'confirmed');
    for (const move of entering) {
      for (const status of statusNames) {
        if (canLeave(move, status)) expect(['done', 'objected']).toContain(status);
      }
    }
  });

  it('throws for a move that it does not have, so that a replay cannot pass over a fault', () => {
    expect(() => after('claim', 'claimed')).toThrow('claim does not leave claimed');
    expect(() => replay([{ move: 'ask' }, { move: 'finish' }])).toThrow();
  });
});

it('replays any walk through the table to the status where it ended', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { maxLength: 40 }), (choices) => {
      const history: { move: Move | 'ask' }[] = [{ move: 'ask' }];
      let status = replay(history);
      for (const choice of choices) {
        const open = moveNames.filter((move) => canLeave(move, status));
        if (open.length === 0) break;
        const move = open[choice % open.length]!;
        status = after(move, status);
        history.push({ move });
        expect(statusNames).toContain(status);
      }
      expect(replay(history)).toBe(status);
    }),
  );
});
