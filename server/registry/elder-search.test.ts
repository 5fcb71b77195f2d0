import { expect, it } from 'vitest';
import { readSearch } from './elder-search.ts';

it.each([
  ['13800001234', { by: 'phone', digits: '13800001234' }],
  ['138 0000 1234', { by: 'phone', digits: '13800001234' }],
  ['138-0000-1234', { by: 'phone', digits: '13800001234' }],
  ['+86 138 0000 1234', { by: 'phone', digits: '13800001234' }],
  ['022-23331234', { by: 'phone', digits: '02223331234' }],
  ['2333-1234', { by: 'phone', digits: '23331234' }],
  ['23331234', { by: 'phone', digits: '23331234' }],
  ['3-2-501', { by: 'door', estate: '', door: 'b3|u2|r501' }],
  ['12-2-1501', { by: 'door', estate: '', door: 'b12|u2|r1501' }],
  ['水景园3号楼', { by: 'door', estate: '水景园', door: 'b3' }],
  ['501室', { by: 'door', estate: '', door: 'r501' }],
  ['wxl', { by: 'word', word: 'wxl', estate: 'wxl' }],
  ['王秀', { by: 'word', word: '王秀', estate: '王秀' }],
  ['水景园', { by: 'word', word: '水景园', estate: '水景园' }],
  ['.*', { by: 'word', word: '*', estate: '.*' }],
  ['·', null],
])('%j is read as %j', (typed, search) => {
  expect(readSearch(typed)).toEqual(search);
});
