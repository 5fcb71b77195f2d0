import type { RowState } from '@wubian/shared/exchange/imports-contract.ts';
import type { BatchWrite } from '../registry/door.ts';
import { type Held, versionOf } from './batch.store.ts';
import { chunkOfRows, type GoOn } from './check-step.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

/** How long a batch can be undone, in ms; then its rows with the files as they stood are deleted. */
export const undoableMs = 30 * 24 * 3_600_000;

type Noted = { state: RowState; note: string };
const outcomes = {
  written: { state: 'written', note: '' },
  moved: { state: 'conflict', note: 'conflictMoved' },
  idNumber: { state: 'conflict', note: 'conflictIdNumber' },
} as const satisfies Record<string, Noted>;
const undos = {
  undone: { state: 'undone', note: '' },
  later: { state: 'kept', note: 'keptLater' },
} as const satisfies Record<string, Noted>;

/**
 * Writes the rows in chunks. In each, the files are kept as they stand, then written, then the rows are marked: whichever
 * of the three a crash cuts off, the next worker finds the rows waiting and does the same again.
 */
export async function applyStep(room: Room, batch: Held, goOn: GoOn): Promise<void> {
  const { registry, rows, batches } = room;
  const { streetId, id: cause, appliedAt, appliedBy } = batch;
  const why = words.why(batch.source, batch.fileName);
  const hand = { streetId, by: appliedBy!, at: appliedAt!, why, cause };
  let { place, rows: done } = batch;
  for (;;) {
    const chunk = await rows.toWrite(batch, place, chunkOfRows);
    if (chunk.length === 0) break;
    const images = await registry.batch.images(
      streetId,
      chunk.flatMap(({ from, elderId }) => (from > 0 ? elderId! : [])),
    );
    // A file that an earlier try has written already was kept by that try, as it stood before.
    const before = chunk.flatMap(({ id, from, elderId }) => {
      const image = images.get(elderId!);
      return image && image.version === from ? [[id, image.bytes] as const] : [];
    });
    await rows.keepImages(new Map(before));
    const writes = chunk.map(
      ({ elderId, from, content }): BatchWrite => ({
        id: elderId!,
        from,
        to: versionOf(batch, from),
        facts: content.facts!,
      }),
    );
    const written = await registry.batch.write(hand, writes);
    await rows.setStates(new Map(chunk.map(({ id, elderId }) => [id, outcomes[written.get(elderId!)!]])));
    place = chunk.at(-1)!.id;
    done += chunk.length;
    if (!(await goOn(place, done))) return;
  }
  const counted = await rows.countBy(streetId, cause);
  const undoUntil = new Date(appliedAt!.getTime() + undoableMs);
  await batches.end(batch, { state: 'applied', place: '', undoUntil, rowsUntil: undoUntil, ...counted });
}

/** Takes back what the batch has written, file by file; what happened to since stays and is listed. */
export async function undoStep(room: Room, batch: Held, goOn: GoOn): Promise<void> {
  const { registry, rows, batches, referrers } = room;
  const { streetId, id: cause } = batch;
  let { place, rows: done } = batch;
  for (;;) {
    const chunk = await rows.written(batch, place, chunkOfRows);
    if (chunk.length === 0) break;
    const made = chunk.flatMap(({ from, elderId }) => (from === 0 ? [elderId] : []));
    const referred = await Promise.all(referrers.map((refersTo) => refersTo(streetId, made)));
    const files = chunk.map(({ elderId, from, image }) => ({ id: elderId, to: versionOf(batch, from), image }));
    const undone = await registry.batch.takeBack(streetId, cause, files, new Set(referred.flatMap((ids) => [...ids])));
    await rows.setStates(new Map(chunk.map(({ id, elderId }) => [id, undos[undone.get(elderId)!]])));
    place = chunk.at(-1)!.id;
    done += chunk.length;
    if (!(await goOn(place, done))) return;
  }
  const counted = await rows.countBy(streetId, cause);
  await batches.end(batch, { state: 'undone', place: '', undoUntil: null, ...counted });
}
