import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Job } from '../jobs/due-worker.ts';
import { repeating } from '../jobs/repeating.ts';
import type { Logger } from '../log.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { createAppender } from './appender.ts';
import { auditModels } from './audit.model.ts';
import { createAuditQueries } from './audit-query.store.ts';
import { createChainStore } from './chain.store.ts';
import { macOf } from './chain.ts';
import { chainLeftovers } from './chain-leftovers.ts';
import type { AuditDoor, BorderAudit } from './door.ts';
import { createInbox } from './inbox.store.ts';
import { openDoor } from './open-door.ts';
import { recordCall } from './record-call.ts';
import { createVerifier, type Verifier } from './verifier.ts';

export { HOUSE } from './entry.ts';
export type { SeenEnd } from './verifier.ts';
export type { ChainReport } from './verify-chain.ts';

export interface AuditOptions {
  db: Connection;
  cipher: Pick<FieldCipher, 'seal' | 'open' | 'mac'>;
  clock: Clock;
  log: Logger;
}

export interface AuditRoom {
  door: AuditDoor;
  /** For the border: enters every call. */
  border: BorderAudit;
  /** What brings entries into the chains; drained, all of them are chained. */
  jobs: readonly Job[];
  verifier: Verifier;
}

const LEFTOVERS_EVERY_MS = 30_000;

/**
 * The audit: what has begun lies in an inbox before its answer goes out, and is soon a link of its street's chain.
 * Entries are kept for ever: longer than the 180 days in reach and 3 years in all that GB/T 22239 and the law ask for.
 */
export function createAudit({ db, cipher, clock, log }: AuditOptions): AuditRoom {
  auditModels(db);
  const mac = macOf(cipher);
  const chains = createChainStore(db, mac);
  const inbox = createInbox(db, log);
  const appender = createAppender({ chains, inbox, log });
  const running = new Set<string>();
  const deps = { inbox, appender, cipher, clock, running, queries: createAuditQueries(db) };
  const leftovers = repeating({
    ...{ name: 'audit leftovers', everyMs: LEFTOVERS_EVERY_MS, clock, log },
    run: (now) => chainLeftovers(deps, now),
  });
  return {
    door: openDoor(deps),
    border: { ofCall: (call) => recordCall(deps, call) },
    jobs: [leftovers, appender],
    verifier: createVerifier(chains, inbox, mac),
  };
}
