import { expect, it } from 'vitest';
import { standingWords, wayOf } from './state-words.ts';

const lead = { name: '刘芳', roleLabel: '网格员', state: 'lead' as const, phone: null, at: '2026-05-06T00:30:00.000Z' };
const raised = { status: 'raised' as const, responders: [], rungsCalled: 1, drill: false };
const said = (one: Parameters<typeof wayOf>[0]) => wayOf(one).map(({ title, state }) => `${state} ${title}`);

it('says who is told, who comes and who is there, and never more than is true', () => {
  expect(said(raised)).toEqual(['now 已通知当班的人', 'next 等人接', 'next 等人到']);
  expect(standingWords({ ...raised, rungsCalled: 2 })).toBe('还没人接，已通知更多的人');
  const taken = { ...raised, responders: [lead], status: 'acknowledged' as const };
  expect(said(taken)).toEqual(['done 已通知当班的人', 'now 刘芳接了', 'next 等人到']);
  expect(said({ ...taken, status: 'enRoute' }).at(-2)).toBe('now 刘芳正在赶来');
  expect(said({ ...taken, status: 'onScene' }).at(-1)).toBe('now 刘芳到了');
});

it('says that an ambulance was called without promising that somebody is there', () => {
  const given = { ...raised, status: 'handedOver' as const };
  expect(said(given)).toEqual(['done 已通知当班的人', 'now 已转急救、报警或消防', 'next 等人接', 'next 等人到']);
});

it('says how it ended', () => {
  expect(standingWords({ ...raised, status: 'handled' })).toBe('处理好了');
  expect(standingWords({ ...raised, status: 'falseAlarm' })).toBe('没有事，已结束');
  expect(standingWords({ ...raised, status: 'drillEnded', drill: true })).toBe('演练结束了');
});
