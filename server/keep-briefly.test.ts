import { describe, expect, it } from 'vitest';
import { keepBriefly } from './keep-briefly.ts';

function counted() {
  let now = 0;
  let looks = 0;
  const kept = keepBriefly<number>(() => new Date(now), 1_000, 2);
  return {
    get: (key: string) => kept.get(key, async () => ++looks),
    forget: kept.forget,
    pass: (ms: number) => (now += ms),
  };
}

describe('a look-up kept briefly', () => {
  it('is made once by all who ask at the same time and within its time', async () => {
    const { get, pass } = counted();
    expect(await Promise.all([get('a'), get('a')])).toEqual([1, 1]);
    pass(999);
    expect(await get('a')).toBe(1);
    expect(await get('b')).toBe(2);
  });

  it('is made anew when its time is over or it was forgotten', async () => {
    const { get, forget, pass } = counted();
    await get('a');
    pass(1_000);
    expect(await get('a')).toBe(2);
    forget('a');
    expect(await get('a')).toBe(3);
  });

  it('gives way to later ones when too many are kept', async () => {
    const { get } = counted();
    for (const key of ['a', 'b', 'c']) await get(key);
    expect(await get('c')).toBe(3);
    expect(await get('a')).toBe(4);
  });

  it('is not kept when it failed', async () => {
    const kept = keepBriefly<number>(() => new Date(0), 1_000);
    await expect(kept.get('a', () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect(await kept.get('a', async () => 1)).toBe(1);
  });
});
