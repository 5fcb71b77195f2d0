import { Refusal } from '@wubian/shared/refusals.ts';
import { dueWorker, type Job } from '../jobs/due-worker.ts';
import type { HeldExport } from './export.store.ts';
import { makeFile } from './make-file.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

const leaseMs = 30_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Another process makes this export now. */
class Overtaken extends Error {}

/** Makes the files that were asked for; one that broke off is made anew from the beginning. */
export function createExportWorker(room: Room): Job {
  const { exports, files, now, log } = room;

  async function run(job: HeldExport): Promise<void> {
    if (job.tired) return exports.end(job, { state: 'failed', words: words.gaveUp });
    let rows = 0;
    const count = async (written: number) => {
      rows = written;
      if (!(await exports.renew(job, written, new Date(now().getTime() + leaseMs)))) throw new Overtaken();
    };
    const { id, streetId, by, at, fileName, reveal, expiresAt } = job;
    try {
      const bytes = await makeFile(room, job, count);
      const size = await files.write({ id, streetId, by, at, name: fileName, mime: xlsx, reveal, expiresAt }, bytes);
      await exports.end(job, { state: 'done', rows, size });
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (!(error instanceof Refusal)) throw error;
      await exports.end(job, { state: 'failed', words: error.message });
    }
  }

  return dueWorker({
    name: 'exports',
    take: exports.take,
    run: (job) => run(job),
    idOf: ({ id }) => id,
    clock: now,
    log,
    pollMs: 2_000,
    leaseMs,
    loops: 1,
  });
}
