import { api } from '../../api.ts';
import { back } from '../../platform/nav.ts';
import { askWords, confirm, say } from '../../ui/index.ts';
import { type Batch, keepBatch } from '../use-batches.ts';
import { importWords as w } from '../words.ts';

/** Asks, with the numbers, and starts to write. */
export async function apply({ id, counts, undecided }: Batch): Promise<void> {
  if (!counts) return;
  if (!(await confirm({ title: w.applySure, words: w.applyWords(counts, undecided), yes: w.applyGo }))) return;
  keepBatch(await api.exchange.applyBatch({ batchId: id }));
}

/** Writes what a broken-off run has left. */
export async function applyRest({ id }: Batch): Promise<void> {
  keepBatch(await api.exchange.applyBatch({ batchId: id }));
}

/** Says what cannot be taken back, asks why, and starts to take the rest back. */
export async function undo({ id, states }: Batch): Promise<void> {
  await askWords(w.undoSure(states?.written ?? 0), {
    label: w.undoReason,
    hint: w.undoHint,
    need: w.undoNeed,
    quick: w.undoQuick,
    yes: w.undoGo,
    danger: true,
    draft: `import-undo/${id}`,
    field: 'reason',
    maxLength: 100,
    onSend: async (reason) => keepBatch(await api.exchange.undoBatch({ batchId: id, reason })),
  });
}

export async function checkAgain({ id }: Batch): Promise<void> {
  keepBatch(await api.exchange.checkBatch({ batchId: id }));
}

/** Gives the import up, after a question, and leaves its page. */
export async function drop({ id }: Batch): Promise<void> {
  if (!(await confirm({ title: w.dropSure, words: w.dropWords, yes: w.dropGo, danger: true }))) return;
  await api.exchange.dropBatch({ batchId: id });
  say(w.dropped);
  await back();
}
