import { expect, it } from 'vitest';
import type { Area } from '../../registry/use-areas.ts';
import { filterWords } from './filter-words.ts';

const area = {
  id: 'c1',
  name: '水西里社区',
  grids: [{ id: 'g1', name: '第一网格' }],
  estates: [],
  workers: [{ accountId: 'a1', name: '刘芳' }],
} as unknown as Area;

it('says every condition of the desk by name', () => {
  const filter = { q: '王', communityId: 'c1', gridId: 'g1', responsibleId: 'a1', risk: 'red', status: 'hospital' };
  expect(filterWords(filter as never, [area]).slice(0, 5)).toEqual([
    '找“王”',
    '社区：水西里社区',
    '网格：第一网格',
    '风险：红色',
    '责任人：刘芳',
  ]);
});

it('says nothing of conditions that are not there', () => {
  expect(filterWords({}, [area])).toEqual([]);
});
