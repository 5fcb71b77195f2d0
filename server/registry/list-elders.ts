import { badField } from '@wubian/shared/refusals.ts';
import type { ElderFilter, elderSorts, registry } from '@wubian/shared/registry/contract.ts';
import type * as z from 'zod';
import type { Handler } from '../handler.ts';
import type { Street } from '../streets/index.ts';
import { aroundOf, staleBefore } from './around.ts';
import { presentRow } from './elder.presenter.ts';
import type { StoredElderRow } from './elder-form.ts';
import type { ElderQuery } from './elder-query.store.ts';
import { readSearch, type Search } from './elder-search.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

type Sort = keyof typeof elderSorts;

const sortedBy: Record<Sort, (row: StoredElderRow) => string> = {
  name: ({ nameKey }) => nameKey,
  oldest: ({ birthDate }) => birthDate ?? '',
  stale: ({ updatedAt }) => updatedAt.toISOString(),
};
const keyForms: Record<Sort, RegExp> = {
  name: /^[ -~]*$/,
  oldest: /^(\d{4}-\d{2}-\d{2})?$/,
  stale: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
};

const writeCursor = (row: StoredElderRow, sort: Sort): string =>
  Buffer.from(row.id + sortedBy[sort](row)).toString('base64url');

function readCursor(cursor: string, sort: Sort): { id: string; key: string } {
  const [, id, key] = /^([0-9a-f]{24})([ -~]*)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === undefined || key === undefined || !keyForms[sort].test(key)) throw badField('cursor', words.badCursor);
  return { id, key };
}

/** The estates whose name the search may mean; none for a number or a door without an estate. */
function estatesMeant({ communities }: Street, search: Search | undefined): string[] {
  const typed = search && 'estate' in search ? search.estate.normalize('NFKC').replace(/\s/g, '') : '';
  if (!typed) return [];
  return communities.flatMap(({ estates }) =>
    estates.filter(({ name }) => name.toUpperCase().includes(typed.toUpperCase())).map(({ id }) => id),
  );
}

/** A filter as the store takes it; null when the text typed holds nothing to look for. */
export async function queryOf(
  room: Pick<Room, 'streets' | 'now'>,
  streetId: string,
  { q, ...narrow }: z.output<typeof ElderFilter>,
  page: Pick<ElderQuery, 'sort' | 'limit' | 'after'> = { sort: 'name', limit: 0 },
): Promise<ElderQuery | null> {
  const search = q ? readSearch(q) : undefined;
  if (search === null) return null;
  const street = await room.streets.street(streetId);
  const before = await staleBefore(room, streetId);
  return { ...narrow, search, estateIds: estatesMeant(street, search), staleBefore: before, ...page };
}

/** The registry: searched by name, initials, phone, ID number or door, narrowed and sorted as asked. */
export const listElders =
  (room: Room): Handler<typeof registry.listElders> =>
  async (actor, { sort, limit, cursor, ...filter }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, sort);
    const query = await queryOf(room, actor.streetId, filter, { sort, limit: limit + 1, after });
    if (!query) return { items: [], next: null };
    const found = await room.elders.page(scopeOf(actor), query);
    const rows = found.slice(0, limit);
    const around = await aroundOf(
      room,
      actor.streetId,
      rows.map(({ responsibleId }) => responsibleId),
    );
    return {
      items: rows.map((row) => presentRow(row, around)),
      next: found.length > limit ? writeCursor(rows.at(-1)!, sort) : null,
    };
  };

const countedUpTo = 10_000;

/** How many the filter finds; beyond ten thousand nobody needs the very number. */
export const countElders =
  (room: Room): Handler<typeof registry.countElders> =>
  async (actor, filter) => {
    const query = await queryOf(room, actor.streetId, filter);
    const count = query ? await room.elders.count(scopeOf(actor), query, countedUpTo + 1) : 0;
    return { count: Math.min(count, countedUpTo), more: count > countedUpTo };
  };
