import { hash, randomBytes } from 'node:crypto';

/** A new session token: 256 random bits, base64url. It exists in the client only; the database keeps its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Under what a token is stored: SHA-256, enough for a value that cannot be guessed. */
export const hashToken = (token: string): string => hash('sha256', token, 'base64url');

/** True for the form of our tokens; anything else need not reach the database. */
export const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token);
