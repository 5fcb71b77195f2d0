import { badField } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { namesFor } from './elder-names.ts';
import { presentMerge } from './merge.presenter.ts';
import type { StoredMerge } from './merge.store.ts';
import type { MergeRoom as Room } from './merging.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

const writePlace = ({ at, id }: StoredMerge): string => Buffer.from(`${at.getTime()},${id}`).toString('base64url');

function readPlace(cursor: string): { at: Date; id: string } {
  const [, ms, id] = /^(\d{1,15}),([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (ms === undefined || id === undefined) throw badField('cursor', words.badCursor);
  return { at: new Date(Number(ms)), id };
}

/** Merges whose two files lie in the caller's area, newest first. */
export const listMerges =
  (room: Room): Handler<typeof registry.listMerges> =>
  async (actor, { elderId, limit, cursor }) => {
    const { merges, elders, streets, accounts, pointers } = room;
    const place = cursor === undefined ? {} : { after: readPlace(cursor) };
    const found = await merges.page(scopeOf(actor), { elderId, limit: limit + 1, ...place });
    const shown = found.slice(0, limit);
    const [names, elderNames] = await Promise.all([
      streets.street(actor.streetId).then((street) =>
        namesFor(
          accounts,
          street,
          shown.flatMap(({ by, undone }) => [by, undone?.by ?? null]),
        ),
      ),
      elders.names(
        actor.streetId,
        shown.flatMap(({ winnerId, loserId }) => [winnerId, loserId]),
      ),
    ]);
    return {
      items: shown.map((merge) => presentMerge(merge, { names, elderNames, pointers })),
      next: found.length > limit ? writePlace(shown.at(-1)!) : null,
    };
  };
