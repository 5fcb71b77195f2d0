import { randomBytes } from 'node:crypto';
import type { Actor } from '../../server/actor.ts';
import { type AuditRoom, createAudit } from '../../server/audit/index.ts';
import type { Clock } from '../../server/clock.ts';
import type { About } from '../../server/handler.ts';
import { createLog } from '../../server/log.ts';
import type { Store } from '../../server/store/connect.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';

/** The keys of an installation that several processes share. */
export const sharedCipher = () =>
  createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) });

export interface Calling {
  act?: string;
  input?: Record<string, unknown>;
  about?: About;
  outcome?: string;
  requestId?: string;
}

/** One process's audit: the real room on a real store, its indexes made. */
export async function auditRoom(store: Store, clock: Clock, cipher: ReturnType<typeof sharedCipher>) {
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const room: AuditRoom = createAudit({ db: store.connection, cipher, clock, log });
  await store.ensureIndexes();

  /** A call of this actor that has begun; `end` ends it as the border does. */
  function begin(caller: Actor, { act = 'companion.claim', input = {}, about, requestId = 'r' }: Calling = {}) {
    const call = room.border.ofCall({ act, caller, input, requestId });
    call.begin();
    if (about) call.about(about);
    return call;
  }
  return {
    ...room,
    logged,
    begin,
    /** A call from its beginning to its end. */
    call: (caller: Actor, calling: Calling = {}) => begin(caller, calling).end(calling.outcome ?? 'done'),
    drain: async () => {
      for (const job of room.jobs) await job.drain();
    },
  };
}

/** Somebody who works in this street. */
export const workerOf = (streetId: string, clock: Clock): Actor => ({
  ...{ accountId: newId(clock()), sessionId: newId(clock()), assignmentId: newId(clock()), name: '测试网格员' },
  ...{ role: 'gridWorker', streetId, communityIds: [], elderId: null, secondFactor: true },
});
