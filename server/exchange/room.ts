import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { BatchDoor } from '../registry/door.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import type { BatchStore } from './batch.store.ts';
import type { ExportStore } from './export.store.ts';
import type { FileStore } from './file.store.ts';
import type { RowStore } from './row.store.ts';

/** Says which of these elders something of another room points at; a file that is pointed at is not taken back. */
export type Referrer = (streetId: string, elderIds: readonly string[]) => Promise<Iterable<string>>;

/** What the commands and workers of this room work with; each takes the parts that it names. */
export interface Room {
  files: FileStore;
  batches: BatchStore;
  rows: RowStore;
  exports: ExportStore;
  registry: { batch: BatchDoor };
  accounts: AccountsDoor;
  streets: Streets;
  referrers: readonly Referrer[];
  cipher: Pick<FieldCipher, 'indexOf'>;
  now: Clock;
  log: Logger;
  /** Wakes the worker that does what was just asked for. */
  poke: { imports(): void; exports(): void };
}
