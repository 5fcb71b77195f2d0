import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, maskPhone } from './masks.ts';

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳*'],
    ['欧阳', '欧*'],
    ['诸葛孔明', '诸葛**'],
    ['阿卜杜拉·买买提', '阿***'],
    ['丰', '*'],
    ['', '*'],
    ['𠮷野家', '𠮷**'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('a masked phone', () => {
  it.each([
    ['13800005678', '138****5678'],
    ['138 0000 5678', '138****5678'],
    ['02223331234', '022-****1234'],
    ['022-23331234', '022-****1234'],
    ['03152345678', '0315-****5678'],
    ['23331234', '****34'],
    ['4001234', '****34'],
    ['12', '****12'],
  ])('%s → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('never shows a mobile number whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        expect(maskPhone(String(number)).replace(/\D/g, '')).toHaveLength(7);
      }),
    );
  });
});
