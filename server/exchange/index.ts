import type { exchange as contract } from '@wubian/shared/exchange/contract.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Job } from '../jobs/due-worker.ts';
import type { Logger } from '../log.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { BatchDoor } from '../registry/door.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import { createBatchStore } from './batch.store.ts';
import { decideRows, listRows } from './batch-rows.ts';
import type { ExchangeDoor } from './door.ts';
import { createExportStore } from './export.store.ts';
import { createExportWorker } from './export-worker.ts';
import { createFileStore } from './file.store.ts';
import { importTemplate } from './import-template.ts';
import { createImportWorker, dropOldRows } from './import-worker.ts';
import { createPersonStore } from './person.store.ts';
import type { Referrer, Room } from './room.ts';
import { createRowStore } from './row.store.ts';
import { applyBatch, checkBatch, dropBatch, listBatches, readBatch, setMapping, undoBatch } from './run-batch.ts';
import { sheetKeeper } from './sheet-keeper.ts';
import { startBatch } from './start-batch.ts';
import { errorSheet, listExports, readExport, startExport } from './start-export.ts';
import { download, finishUpload, putPart, readUpload, startUpload } from './uploads.ts';
import { words } from './words.ts';

export { sealedInExchange } from './sealed.ts';

export interface ExchangeOptions {
  db: Connection;
  cipher: FieldCipher;
  registry: { batch: BatchDoor };
  accounts: AccountsDoor;
  streets: Streets;
  /** Other rooms that keep something about elders: what they point at is not taken back by an undo. */
  referrers: readonly Referrer[];
  clock: Clock;
  log: Logger;
}

export interface Exchange {
  handlers: Handlers<{ exchange: typeof contract }>['exchange'];
  door: ExchangeDoor;
  /** For the registry: what this room holds about an elder. */
  keeper: PersonKeeper;
  workers: [imports: Job, exports: Job];
  /** For the jobs: deletes what batches keep for an undo that is no longer possible; answers how many batches. */
  dropOldRows(): Promise<number>;
}

/** The room of 导入导出: sheets of elders into the registry, and out of it. */
export function createExchange({ db, cipher, clock, ...given }: ExchangeOptions): Exchange {
  const exports = createExportStore(db, cipher);
  const room: Room = {
    ...given,
    cipher,
    exports,
    files: createFileStore(db, cipher),
    batches: createBatchStore(db),
    rows: createRowStore(db, cipher),
    now: clock,
    poke: { imports: () => importWorker.poke(), exports: () => exportWorker.poke() },
  };
  const importWorker = createImportWorker(room);
  const exportWorker = createExportWorker(room);
  return {
    door: {
      async exportsWith(streetId, elderId, range) {
        const looks = await exports.withElder(streetId, elderId, range);
        return looks.map((look) => ({ ...look, what: words.inExport }));
      },
    },
    keeper: sheetKeeper(createPersonStore(db)),
    workers: [importWorker, exportWorker],
    dropOldRows: dropOldRows(room),
    handlers: {
      startUpload: startUpload(room),
      putPart: putPart(room),
      readUpload: readUpload(room),
      finishUpload: finishUpload(room),
      download: download(room),
      importTemplate: importTemplate(room),
      startBatch: startBatch(room),
      setMapping: setMapping(room),
      checkBatch: checkBatch(room),
      listBatches: listBatches(room),
      readBatch: readBatch(room),
      listRows: listRows(room),
      decideRows: decideRows(room),
      applyBatch: applyBatch(room),
      undoBatch: undoBatch(room),
      dropBatch: dropBatch(room),
      errorSheet: errorSheet(room),
      startExport: startExport(room),
      readExport: readExport(room),
      listExports: listExports(room),
    },
  };
}
