import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { createNotices, type NoticesOptions, type NoticesRoom } from '../../server/notices/index.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';

/** The notices room beside rooms that only tell: nobody can be reached outside the app, unless given. */
export function noticesRoom(given: { db: Connection; clock: Clock } & Partial<NoticesOptions>): NoticesRoom {
  return createNotices({
    cipher: createFieldCipher({ keys: [{ id: 1, key: randomBytes(32) }], indexKey: randomBytes(32) }),
    accounts: { waysTo: async () => new Map(), people: async () => new Map(), holders: async () => [] },
    config: readConfig({ DEMO: '1' }),
    say: () => {},
    log: createLog('silent'),
    ...given,
  });
}
