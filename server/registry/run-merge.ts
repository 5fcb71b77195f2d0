import type { FieldName } from '@wubian/shared/registry/fields.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import type { StoredMerge } from './merge.store.ts';
import { mergeFacts, unmergeFacts } from './merge-facts.ts';
import { mergeWords } from './merge-words.ts';
import type { MergeRoom as Room } from './merging.ts';
import { wholeStreet } from './scope.ts';

export type Parts = Pick<Room, 'elders' | 'mergeFiles' | 'merges' | 'pointers' | 'grants' | 'now'>;

const mostTries = 20;
/** Under which an undo stands in the winner's history, if it could not be put back as it was. */
const undoCause = (id: string): string => `${id}:undo`;

/** Writes the winner until it holds what was chosen; somebody else's edit at the same moment is kept. */
async function writeWinner({ elders, mergeFiles }: Parts, merge: StoredMerge, loser: StoredElder): Promise<void> {
  const { id, streetId, winnerId, by, at, why } = merge;
  let { choose } = merge;
  for (let tries = 0; tries < mostTries; tries++) {
    if (await mergeFiles.entryOf(streetId, winnerId, id)) return;
    const winner = (await elders.byId(wholeStreet(streetId), winnerId))!;
    const facts = mergeFacts(winner.facts, loser.facts, choose);
    const fields = changedFields(winner.facts, facts);
    const write = { from: winner.version, by, at, why, source: 'merge' as const, cause: id, fields };
    const changed = await elders.change(winner, facts, write);
    if (changed === 'changed') return;
    // The number was given to a third file meanwhile: it stays there.
    if (changed === 'idNumber') choose = { ...choose, idNumber: 'winner' };
  }
  throw new Error(`the file ${winnerId} is changed again and again`);
}

/** Has everything that points to the loser point to the winner, noted before it is moved. */
async function followAll({ merges, pointers }: Parts, { id, streetId, winnerId, loserId }: StoredMerge): Promise<void> {
  for (const one of pointers) {
    for (;;) {
      const ids = await one.pointing(streetId, loserId);
      if (ids.length === 0) break;
      await merges.noteMoved(streetId, id, one.collection, ids);
      await one.move(ids, { streetId, from: loserId, to: winnerId, cause: id });
    }
  }
}

async function followGrants({ elders, grants }: Parts, streetId: string, elderId: string): Promise<void> {
  const elder = await elders.byId(wholeStreet(streetId), elderId);
  if (elder) await grants.followElder(streetId, elderId, elder.facts.address.communityId);
}

/** False when a file was written since it was seen: then nothing has happened, and the merge is taken back. */
async function doMerge(parts: Parts, merge: StoredMerge): Promise<boolean> {
  const { mergeFiles, merges, now } = parts;
  const { id, streetId, winnerId, loserId, by, at, why } = merge;
  const loser = mergeFiles.opened((await merges.images(streetId, id)).loser);
  const begun = (await mergeFiles.entryOf(streetId, winnerId, id)) !== null;
  const held = await mergeFiles.hold(streetId, winnerId, id, begun ? undefined : merge.winnerVersion);
  const closed = held && (await mergeFiles.close({ streetId, winnerId, loserId, mergeId: id }, loser, { by, at, why }));
  if (!closed) {
    await mergeFiles.release(streetId, winnerId, id);
    await merges.drop(streetId, id);
    return false;
  }
  await writeWinner(parts, merge, loser);
  await followAll(parts, merge);
  await followGrants(parts, streetId, winnerId);
  await mergeFiles.release(streetId, winnerId, id);
  await merges.setMerged(streetId, id, now());
  return true;
}

/** The winner without what the merge brought, as far as nobody has changed it since. */
async function takeBackWinner({ elders, mergeFiles }: Parts, merge: StoredMerge, before: StoredElder): Promise<void> {
  const { id, streetId, winnerId } = merge;
  const undone = merge.undone!;
  for (let tries = 0; tries < mostTries; tries++) {
    const entry = await mergeFiles.entryOf(streetId, winnerId, id);
    if (!entry || (await mergeFiles.entryOf(streetId, winnerId, undoCause(id)))) return;
    const scope = wholeStreet(streetId);
    const [winner, history] = await Promise.all([elders.byId(scope, winnerId), elders.history(scope, winnerId)]);
    const later = new Set(history.flatMap(({ version, fields }) => (version > entry.version ? fields : [])));
    const facts = unmergeFacts(winner!.facts, before.facts, entry.fields as FieldName[], later);
    const write = {
      from: winner!.version,
      ...{ by: undone.by, at: undone.at, why: mergeWords.undone(undone.why) },
      ...{ source: 'merge' as const, cause: undoCause(id), fields: changedFields(winner!.facts, facts) },
    };
    if ((await elders.change(winner!, facts, write)) === 'changed') return;
  }
  throw new Error(`the file ${winnerId} is changed again and again`);
}

async function undo(parts: Parts, merge: StoredMerge): Promise<void> {
  const { mergeFiles, merges, pointers } = parts;
  const { id, streetId, winnerId, loserId } = merge;
  const which = { streetId, winnerId, loserId, mergeId: id };
  const images = await merges.images(streetId, id);
  await mergeFiles.hold(streetId, winnerId, id);
  if (!(await mergeFiles.restoreWinner(which, images.winner)))
    await takeBackWinner(parts, merge, mergeFiles.opened(images.winner));
  await mergeFiles.restoreLoser(which, images.loser);
  for (const one of pointers)
    await one.back(merge.moved[one.collection] ?? [], { streetId, from: winnerId, to: loserId, cause: id });
  await followGrants(parts, streetId, loserId);
  await mergeFiles.release(streetId, winnerId, id);
  await merges.setUndone(streetId, id);
}

/**
 * Goes on with a merge or its undo from wherever it stands; safe to repeat and to run twice at once. False only for a
 * merge that could not begin.
 */
export async function runMerge(parts: Parts, merge: StoredMerge): Promise<boolean> {
  if (merge.state === 'merging') return doMerge(parts, merge);
  if (merge.state === 'undoing') await undo(parts, merge);
  if (merge.state === 'merged') {
    await followAll(parts, merge);
    await parts.merges.setSwept(merge.streetId, merge.id);
  }
  return true;
}

/** For the jobs: goes on with merges that broke off, and looks once more after each; answers how many were seen to. */
export const followMerges = (parts: Parts) => async (): Promise<number> => {
  let seen = 0;
  for (;;) {
    const merge = await parts.merges.takeDue(parts.now());
    if (!merge) return seen;
    await runMerge(parts, merge);
    seen += 1;
  }
};
