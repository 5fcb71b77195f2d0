/**
 * The thread in which a stranger's file is taken apart: its memory is limited, and nothing that happens here stops the
 * server. It reads ahead of the caller by a few batches only; each message from the caller lets one more go.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@wubian/shared/refusals.ts';
import { type ByteFile, openByteFile } from './byte-file.ts';
import { openCsvRows } from './csv-rows.ts';
import { detectFile } from './detect-file.ts';
import { fileRefusal } from './faults.ts';
import {
  batchesAhead,
  batchRows,
  type SentRow,
  sendRow,
  type ThreadMessage,
  type ThreadTask,
} from './thread-messages.ts';
import { type FoundSheet, openXlsxRows } from './xlsx-rows.ts';

const port = parentPort!;
const { path, sheet, limits } = workerData as ThreadTask;
const tell = (message: ThreadMessage): void => port.postMessage(message);

let mayGo = batchesAhead;
let goOn = () => {};
port.on('message', () => {
  mayGo += 1;
  goOn();
});

async function turn(): Promise<void> {
  while (mayGo === 0) {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
  mayGo -= 1;
}

async function openRows(file: ByteFile): Promise<FoundSheet> {
  if (file.size > limits.fileBytes) throw fileRefusal('tooBig');
  const found = await detectFile(file);
  return found.kind === 'csv' ? openCsvRows(file, found.encoding, limits) : openXlsxRows(file, sheet, limits);
}

async function read(file: ByteFile): Promise<void> {
  const { rows, ...found } = await openRows(file);
  tell({ found });
  let batch: SentRow[] = [];
  for await (const row of rows) {
    batch.push(sendRow(row));
    if (batch.length < batchRows) continue;
    await turn();
    tell({ rows: batch });
    batch = [];
  }
  if (batch.length > 0) tell({ rows: batch });
  tell({ end: true });
}

try {
  const file = await openByteFile(path);
  tell({ held: true });
  await read(file);
  await file.close();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ refused: error.body() });
}
port.close();
