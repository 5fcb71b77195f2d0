/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Choices that are the same for the same seed. */
export function choices(seed: number) {
  const next = numbers(seed);
  return {
    /** A whole number from `min` to `max`, both inclusive. */
    between: (min: number, max: number): number => min + Math.floor(next() * (max - min + 1)),
    /** True in `percent` of a hundred cases. */
    chance: (percent: number): boolean => next() * 100 < percent,
    one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!,
  };
}

export type Choices = ReturnType<typeof choices>;
