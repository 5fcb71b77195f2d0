import { readFileSync } from 'node:fs';
import { usualExport } from '@wubian/shared/exchange/columns.ts';
import { partBytes } from '@wubian/shared/exchange/files-contract.ts';
import type { Actor } from '../../server/actor.ts';
import { createApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import type { Call } from '../../server/handler.ts';
import { createLog } from '../../server/log.ts';
import { openStore } from '../../server/store/connect.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import { keysOf } from '../../server/store/key-file.ts';

/** Takes the sheet in as the server does, by the room's own handlers and workers: check, write, export, undo. */
const { SHEET, STREET, MEASURED } = process.env as { SHEET: string; STREET: string; MEASURED?: string };
const config = readConfig(process.env);
const store = await openStore({ ...config, clock: systemClock });
const log = createLog('error');
const app = await createApp({ config, store, cipher: createFieldCipher(keysOf(config)), clock: systemClock, log });
const { handlers, workers } = app.exchange;
const [imports, exports] = workers;
const id = () => newId(systemClock());
const actor: Actor = {
  ...{ accountId: id(), sessionId: id(), name: '测速', secondFactor: true, assignmentId: id() },
  ...{ role: 'streetOffice', streetId: STREET, communityIds: [], elderId: null },
};
const call: Call = { requestId: '', address: '', userAgent: '', about: () => {} };

const measured: { name: string; rows: number; ms: number; peakMb: number }[] = [];
async function measure(name: string, rows: number, act: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await act();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  measured.push({ name, rows, ms: performance.now() - started, peakMb });
}

const bytes = readFileSync(SHEET);
const uploadId = id();
await handlers.startUpload(actor, { id: uploadId, name: '名单.xlsx', size: bytes.length }, call);
for (let n = 0; n * partBytes < bytes.length; n++) {
  const base64 = bytes.subarray(n * partBytes, (n + 1) * partBytes).toString('base64');
  await handlers.putPart(actor, { uploadId, n, base64 }, call);
}
await handlers.finishUpload(actor, { uploadId }, call);
const batchId = id();
await handlers.startBatch(actor, { id: batchId, fileId: uploadId, source: '测速' }, call);
const rows = Number(MEASURED);
await measure('check', rows, async () => {
  await handlers.checkBatch(actor, { batchId }, call);
  await imports.drain();
});
await measure('write', rows, async () => {
  await handlers.applyBatch(actor, { batchId }, call);
  await imports.drain();
});
const batch = (await handlers.readBatch(actor, { batchId }, call)) as { states: { written: number } | null };
if (batch.states?.written !== rows) throw new Error(`written: ${JSON.stringify(batch)}`);
// The size of a street: what is exported is bounded by the communities that hold that many.
const exportId = id();
await measure('export', rows, async () => {
  const asked = { id: exportId, filter: {}, sort: 'name' as const, columns: [...usualExport] };
  await handlers.startExport(actor, asked, call);
  await exports.drain();
});
await measure('undo', rows, async () => {
  await handlers.undoBatch(actor, { batchId, reason: '测速' }, call);
  await imports.drain();
});
await store.close();
console.log(JSON.stringify(measured));
process.exit(0);
