import { describe, expect, it } from 'vitest';
import { minutesOf, reasonOf } from './reason.ts';

describe('what a sheet sends', () => {
  it('joins what was tapped with what was typed', () => {
    expect(reasonOf('临时有事', ' 明天可以 ')).toBe('临时有事；明天可以');
    expect(reasonOf(undefined, ' 明天可以 ')).toBe('明天可以');
    expect(reasonOf('临时有事', '')).toBe('临时有事');
    expect(reasonOf(undefined, '   ')).toBe('');
  });
  it('takes whole minutes of at most twelve hours', () => {
    expect([' 45 ', '0', '720', '721', '-5', '1.5', '', '四十'].map(minutesOf)).toEqual([
      45,
      0,
      720,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
