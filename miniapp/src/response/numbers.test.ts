import { expect, test } from 'vitest';
import { communityNumbers, familyNumbers } from './numbers.ts';

const elder = {
  name: '王秀兰',
  relation: 'self' as const,
  communityName: '谊景村社区',
  communityPhone: '02238000001',
  worker: { name: '赵静', phone: '13800000011' },
  contacts: [
    { name: '周敏', relation: '女儿', phone: '13800000021' },
    { name: '周强', relation: '儿子', phone: '13800000022' },
  ],
};

test('the worker is rung before the office, the family in the order of the file', () => {
  expect(communityNumbers([elder]).map((one) => one.phone)).toEqual(['13800000011', '02238000001']);
  expect(familyNumbers([elder])).toEqual([
    { label: '女儿 周敏', phone: '13800000021' },
    { label: '儿子 周强', phone: '13800000022' },
  ]);
});

test('two elders of one community show each number once, and say whose contact it is', () => {
  const father = { ...elder, name: '周大爷', relation: 'daughter' as const };
  const mother = { ...elder, relation: 'daughter' as const };
  expect(communityNumbers([mother, father])).toHaveLength(2);
  expect(familyNumbers([mother, father]).map((one) => one.label)).toEqual(['王秀兰的女儿 周敏', '王秀兰的儿子 周强']);
});

test('without a worker the office is what is left', () => {
  expect(communityNumbers([{ ...elder, worker: null }]).map((one) => one.phone)).toEqual(['02238000001']);
});
