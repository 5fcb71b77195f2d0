import { createHash } from 'node:crypto';

/** An id of the house's form that is always the same for the same cause. */
export const idOf = (...cause: string[]): string =>
  createHash('sha256').update(cause.join(':')).digest('hex').slice(0, 24);
