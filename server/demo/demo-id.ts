import { createHash } from 'node:crypto';

/** The id of a thing of the demo street: always the same for the same words, so that filling twice is filling once. */
export const demoId = (...words: (string | number)[]): string =>
  createHash('sha256')
    .update(['wubian demo', ...words].join(':'))
    .digest('hex')
    .slice(0, 24);
