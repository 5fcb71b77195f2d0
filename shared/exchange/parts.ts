/** Bytes of each part of a file but the last, up and down. */
export const partBytes = 512 * 1024;
/** Bytes of the largest file that is taken: what `openSheet` reads. */
export const largestFile = 40 * 1024 * 1024;
