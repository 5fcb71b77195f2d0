import type { BorderAudit } from '../../server/audit/door.ts';

/** An audit that enters nothing, for a border without a database behind it. The real one runs in tests/api/audit. */
export const noAudit: BorderAudit = {
  ofCall: () => ({ about: () => {}, begin: () => {}, end: async () => {} }),
};
