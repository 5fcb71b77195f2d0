/** A key in groups of four, as people read and type it: 'ABCDEFGH' → 'ABCD EFGH'. */
export const inFours = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? '';
