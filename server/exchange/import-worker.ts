import { Refusal } from '@wubian/shared/refusals.ts';
import { dueWorker, type Job } from '../jobs/due-worker.ts';
import type { Held } from './batch.store.ts';
import { checkStep, type GoOn } from './check-step.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';
import { applyStep, undoStep } from './write-steps.ts';

const leaseMs = 10_000;

const steps: Partial<Record<Held['state'], (room: Room, batch: Held, goOn: GoOn) => Promise<void>>> = {
  checking: checkStep,
  applying: applyStep,
  undoing: undoStep,
};

/** Back to where it can be asked for again: what was written stays written, and nothing is written twice. */
const stateAfterFailure = { checking: 'failed', applying: 'applied', undoing: 'applied' } as const;

/**
 * Does what was asked of batches, a chunk of rows at a time; each chunk keeps the lease. A process that dies loses it, and
 * the next one goes on where it stopped.
 */
export function createImportWorker(room: Room): Job {
  const { batches, now, log } = room;

  async function run(batch: Held): Promise<void> {
    const step = steps[batch.state];
    if (!step) return;
    const failed = stateAfterFailure[batch.state as keyof typeof stateAfterFailure];
    if (batch.words === 'tired') {
      await batches.end(batch, { state: failed, words: words.gaveUp, place: '' });
      return;
    }
    const goOn: GoOn = (place, rows) => batches.renew(batch, { place, rows }, new Date(now().getTime() + leaseMs));
    try {
      await step(room, batch, goOn);
    } catch (error) {
      // A file that cannot be read will not become better; anything else is tried again when the lease runs out.
      if (!(error instanceof Refusal)) throw error;
      log.info({ batchId: batch.id, code: error.code }, 'import refused');
      await batches.end(batch, { state: failed, words: error.message, place: '' });
    }
  }

  return dueWorker({
    name: 'imports',
    take: batches.take,
    run: (batch) => run(batch),
    idOf: ({ id }) => id,
    clock: now,
    log,
    pollMs: 2_000,
    leaseMs,
    loops: 1,
  });
}

/** Deletes what is sealed in rows of batches that can no longer be applied or undone. */
export const dropOldRows =
  ({ batches, rows, now }: Room) =>
  async (): Promise<number> => {
    const old = await batches.old(now());
    for (const batch of old) {
      await rows.drop(batch.id);
      await batches.forgotten(batch);
    }
    return old.length;
  };
