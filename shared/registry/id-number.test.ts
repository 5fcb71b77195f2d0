import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIdNumber } from '../../tests/factories/id-numbers.ts';
import { idCheckCharacter, readIdNumber } from './id-number.ts';

const today = '2026-05-06';
const read = (typed: string) => readIdNumber(typed, today);

describe('resident identity numbers', () => {
  it.each([
    // The examples printed in GB 11643-1999.
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['11010519491231002x', '1949-12-31', 'female'],
    ['１１０１０５１９４９１２３１００２ｘ', '1949-12-31', 'female'],
    [' 110105 19491231 002X\t', '1949-12-31', 'female'],
    ["'11010519491231002X", '1949-12-31', 'female'],
    ['\u202A110105-19491231-002Х\u202C', '1949-12-31', 'female'],
  ])('reads %j', (typed, birthDate, sex) => {
    const number = typed.startsWith('4') ? '440524188001010014' : '11010519491231002X';
    expect(read(typed)).toEqual({ ok: true, kind: 'resident', number, birthDate, sex });
  });

  it.each([
    ['110105194912310021', '校验不通过'],
    ['11010519490230002X', '19490230'],
    [anIdNumber('2026-05-07', 'male'), '20260507'],
    [anIdNumber('1879-12-31', 'male'), '18791231'],
    ['1101051949123100', '这里是 16 位'],
    ['王秀兰', '认不出来'],
    ['', '认不出来'],
  ])('refuses %j in words', (typed, words) => {
    const found = read(typed);
    expect(found.ok).toBe(false);
    expect(!found.ok && found.why).toContain(words);
  });

  it('offers the eighteen digits of a number of fifteen, and does not take them by itself', () => {
    expect(read('110105491231002')).toEqual({
      ok: false,
      why: expect.stringContaining('11010519491231002X'),
      offer: '11010519491231002X',
    });
    expect(read('110105491331002')).not.toHaveProperty('offer');
  });

  it('reads back what it would say of any day, sex and place, and finds any one wrong digit', () => {
    const aDay = fc
      .date({ min: new Date('1880-01-01T00:00:00Z'), max: new Date('2026-05-06T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const someone = fc.tuple(
      aDay,
      fc.constantFrom('female' as const, 'male' as const),
      fc.nat(499),
      fc.integer({ min: 110_000, max: 799_999 }),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(someone, ([birthDate, sex, order, area, at, by]) => {
        const number = anIdNumber(birthDate, sex, order, String(area));
        expect(read(number)).toEqual({ ok: true, kind: 'resident', number, birthDate, sex });
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(read(wrong).ok).toBe(false);
      }),
    );
  });
});

describe('other papers', () => {
  const permit = (place: string) => `${place}19500101123`;
  it.each([
    [permit('830000') + idCheckCharacter(permit('830000')), 'hkMacaoTaiwanPermit', '1950-01-01'],
    [permit('911156') + idCheckCharacter(permit('911156')), 'foreignerCard', '1950-01-01'],
    ['USA123456789012', 'foreignerCard', null],
    ['E12345678', 'passport', null],
    ['ea1234567', 'passport', null],
  ])('knows %s as %s', (typed, kind, birthDate) => {
    expect(read(typed)).toMatchObject({ ok: true, kind, number: typed.toUpperCase(), birthDate });
  });
});
