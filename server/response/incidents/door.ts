import type { Raised, Raising } from './raise.ts';

/** What other parts of the program may ask: a meal that nobody took in, a visit that nobody opened to, a silent roll-call. */
export interface IncidentsDoor {
  /** Raises the alarm for an elder; the same id again is the same call. Throws `elder_not_found`. */
  raise(raising: Raising): Promise<Raised>;
  /** Whether the elder has an open call now. */
  openOf(streetId: string, elderId: string): Promise<string | null>;
}
export type { Raised, Raising };
