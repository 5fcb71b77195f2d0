/** The only clock of the mini-program: milliseconds since the epoch. */
export const now = (): number => Date.now();
