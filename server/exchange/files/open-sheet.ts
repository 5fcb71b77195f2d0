import { Worker } from 'node:worker_threads';
import { Refusal } from '@wubian/shared/refusals.ts';
import { fileRefusal } from './faults.ts';
import { sheetLimits } from './limits.ts';
import { spool } from './spool.ts';
import { receiveRow, type ThreadMessage, type ThreadTask } from './thread-messages.ts';
import type { OpenedSheet, OpenOptions, SheetLimits, SheetRow, SheetSource } from './types.ts';

function startThread(task: ThreadTask): Worker {
  return new Worker(new URL('./reader-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: task.limits.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

interface Thread {
  /** The next message; throws what ended the thread instead. */
  next(): Promise<ThreadMessage>;
  /** Lets the thread send one batch more. */
  goOn(): void;
  stop(): Promise<void>;
}

/** A thread out of memory, or one that a bug ended: either way this file cannot be read here. */
const ended = (): Refusal => fileRefusal('tooHeavy');

function listen(worker: Worker, silenceMs: number, signal: AbortSignal | undefined): Thread {
  const messages: ThreadMessage[] = [];
  let failure: unknown = null;
  let wake = () => {};
  const fail = (reason: unknown): void => {
    failure ??= reason;
    wake();
  };
  const abort = () => fail(signal!.reason);
  worker.on('message', (message: ThreadMessage) => {
    messages.push(message);
    wake();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code === 'ENOENT' ? error : ended()));
  worker.on('exit', () => fail(ended()));
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();

  async function awaitMessage(): Promise<void> {
    const silence = setTimeout(() => fail(fileRefusal('tooHeavy')), silenceMs);
    try {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (messages.length > 0 || failure !== null) resolve();
      });
    } finally {
      clearTimeout(silence);
    }
  }
  return {
    async next() {
      if (messages.length === 0 && failure === null) await awaitMessage();
      // Cancelling is heard at once, the end of the thread only behind all that it has said.
      if (signal?.aborted) throw signal.reason;
      const message = messages.shift();
      if (!message) throw failure;
      if ('refused' in message) throw new Refusal(message.refused.code, message.refused);
      return message;
    },
    goOn: () => worker.postMessage(null),
    async stop() {
      signal?.removeEventListener('abort', abort);
      await worker.terminate();
    },
  };
}

async function* rowsOf(thread: Thread): AsyncGenerator<SheetRow, void, undefined> {
  try {
    for (let message = await thread.next(); !('end' in message); message = await thread.next()) {
      if (!('rows' in message)) continue;
      for (const row of message.rows) yield receiveRow(row);
      thread.goOn();
    }
  } finally {
    await thread.stop();
  }
}

async function awaitFound(thread: Thread, forget: () => Promise<void>) {
  for (let message = await thread.next(); ; message = await thread.next()) {
    if ('held' in message) await forget();
    if ('found' in message) return message.found;
  }
}

/**
 * Opens a sheet: an .xlsx, or a CSV in UTF-8 or GB18030, told apart by content. The file is checked and read in a thread
 * of its own with limits of memory. A source of bytes is spooled into a private temporary file (0600), which is deleted
 * as soon as the thread holds it open. Whatever cannot be read throws a Refusal `file_refused` in the clerk's words, here
 * or while the rows are walked; an aborted signal throws its reason.
 */
export async function openSheet(source: SheetSource, options: OpenOptions = {}): Promise<OpenedSheet> {
  const limits: SheetLimits = { ...sheetLimits, ...options.limits };
  options.signal?.throwIfAborted();
  const spooled = await spool(source, limits.fileBytes, options.signal);
  const worker = startThread({ path: spooled.path, sheet: options.sheet, limits });
  const thread = listen(worker, limits.silenceMs, options.signal);
  try {
    const found = await awaitFound(thread, spooled.forget);
    return { ...found, rows: rowsOf(thread), close: () => thread.stop() };
  } catch (error) {
    await thread.stop();
    throw error;
  } finally {
    await spooled.forget();
  }
}
