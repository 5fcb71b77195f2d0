import { type IncidentStatus, openStatuses, type PersonMove, personMoves } from '@wubian/shared/response/lifecycle.ts';
import { expect, test } from 'vitest';
import { nextOf } from './next-act.ts';

type Asked = Parameters<typeof nextOf>[0];
const lead = { name: '刘芳', roleLabel: '网格员', state: 'lead', phone: '13800001011', at: '' } as const;
const may = (...moves: PersonMove[]) =>
  Object.fromEntries(personMoves.map((move) => [move, moves.includes(move)])) as Record<PersonMove, boolean>;
const all = may(...personMoves);
const at = (status: IncidentStatus, more: Partial<Asked> = {}): Asked => ({
  ...{ status, open: openStatuses.some((one) => one === status), mine: 'lead', responders: [lead], can: all },
  ...more,
});

test('who leads is led through: take it, set out, arrive, end', () => {
  const moves = (['raised', 'acknowledged', 'enRoute', 'onScene'] as const).map((status) => nextOf(at(status)));
  expect(moves).toEqual(['acknowledge', 'setOut', 'arrive', 'handle'].map((move) => ({ kind: 'act', move })));
});

test('behind a closed door the next thing is to get in; after a hand-over, to know the outcome', () => {
  expect(nextOf(at('cannotEnter'))).toEqual({ kind: 'act', move: 'arrive' });
  expect(nextOf(at('handedOver'))).toEqual({ kind: 'act', move: 'handle' });
});

test('a drill is ended where a call would be closed', () => {
  expect(nextOf(at('onScene', { can: may('endDrill') }))).toEqual({ kind: 'act', move: 'endDrill' });
});

test('the desk rings who leads, and takes what nobody has', () => {
  const desk: Partial<Asked> = { mine: 'desk', can: all };
  expect(nextOf(at('enRoute', desk))).toEqual({ kind: 'ring', name: '刘芳', phone: '13800001011' });
  expect(nextOf(at('raised', { ...desk, responders: [] }))).toEqual({ kind: 'act', move: 'acknowledge' });
  // Given back, with somebody who had come along: it waits for a person again.
  expect(nextOf(at('raised', desk))).toEqual({ kind: 'act', move: 'acknowledge' });
  expect(nextOf(at('enRoute', { ...desk, responders: [{ ...lead, phone: '138****1011' }] }))).toBeNull();
});

test('afterwards it is asked how she is, then reviewed by whoever may', () => {
  const over: Partial<Asked> = { mine: 'desk', responders: [lead] };
  expect(nextOf(at('handled', over))).toEqual({ kind: 'act', move: 'follow' });
  expect(nextOf(at('handled', { ...over, can: may('review') }))).toEqual({ kind: 'act', move: 'review' });
  expect(nextOf(at('handled', { ...over, can: may('note') }))).toBeNull();
  expect(nextOf(at('reviewed', over))).toBeNull();
});
