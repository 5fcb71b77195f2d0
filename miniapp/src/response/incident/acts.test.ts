import { type PersonMove, personMoves } from '@wubian/shared/response/lifecycle.ts';
import { expect, it } from 'vitest';
import { actsFor } from './acts.ts';

const can = (...moves: PersonMove[]) =>
  Object.fromEntries(personMoves.map((move) => [move, moves.includes(move)])) as Record<PersonMove, boolean>;
const lead = { name: '刘芳', roleLabel: '网格员', state: 'lead' as const, phone: null, at: '2026-05-06T00:30:00.000Z' };

it('offers one large act, and it is the next one of who leads', () => {
  const called = { status: 'raised' as const, mine: 'called' as const, responders: [] };
  expect(actsFor({ ...called, can: can('acknowledge', 'setOut', 'arrive', 'join', 'standDown') }, '李志强')).toEqual({
    main: 'acknowledge',
    others: ['setOut', 'arrive', 'standDown'],
  });
  const leads = { status: 'acknowledged' as const, mine: 'lead' as const, responders: [lead] };
  expect(actsFor({ ...leads, can: can('setOut', 'arrive', 'giveBack', 'handle') }, '刘芳').main).toBe('setOut');
  expect(actsFor({ ...leads, status: 'onScene', can: can('handle', 'falseAlarm') }, '刘芳')).toEqual({
    main: 'handle',
    others: ['falseAlarm'],
  });
});

it('lets others come along when somebody leads, and asks family that comes along no second time', () => {
  const side = { status: 'enRoute' as const, mine: 'side' as const, can: can('join', 'arrive') };
  expect(actsFor({ ...side, responders: [lead] }, '周敏').main).toBe('join');
  const joined = { ...lead, name: '周敏', state: 'joined' as const };
  expect(actsFor({ ...side, responders: [lead, joined] }, '周敏')).toEqual({ main: 'arrive', others: [] });
});

it('offers nothing large where nothing may be done', () => {
  expect(actsFor({ status: 'handled', mine: 'lead', responders: [lead], can: can() }, '刘芳')).toEqual({
    main: null,
    others: [],
  });
});
