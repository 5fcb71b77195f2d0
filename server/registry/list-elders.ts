import { badField } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { Street } from '../streets/index.ts';
import { presentRow } from './elder.presenter.ts';
import { readSearch, type Search } from './elder-search.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

interface Place {
  nameKey: string;
  id: string;
}
const writeCursor = ({ id, nameKey }: Place): string => Buffer.from(id + nameKey).toString('base64url');

function readCursor(cursor: string): Place {
  const [, id, nameKey] = /^([0-9a-f]{24})([ -~]*)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === undefined || nameKey === undefined) throw badField('cursor', words.badCursor);
  return { id, nameKey };
}

/** The estates whose name the search may mean; none for a phone or a door without an estate. */
function estatesMeant({ communities }: Street, search: Search | undefined): string[] {
  const typed = search && search.by !== 'phone' ? search.estate.normalize('NFKC').replace(/\s/g, '') : '';
  if (!typed) return [];
  return communities.flatMap(({ estates }) =>
    estates.filter(({ name }) => name.toUpperCase().includes(typed.toUpperCase())).map(({ id }) => id),
  );
}

/** The registry, in the order of pinyin: searched by name, initials, phone or door, filtered by area and category. */
export const listElders =
  ({ elders, streets, now }: Room): Handler<typeof registry.listElders> =>
  async (actor, { q, communityId, category, limit, cursor }) => {
    const street = await streets.street(actor.streetId);
    const day = dayOf(now());
    const search = q ? readSearch(q) : undefined;
    if (search === null) return { items: [], next: null };
    const found = await elders.page(scopeOf(actor), {
      communityId,
      category,
      search,
      estateIds: estatesMeant(street, search),
      day,
      after: cursor === undefined ? undefined : readCursor(cursor),
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    return {
      items: rows.map((row) => presentRow(row, street, day)),
      next: found.length > limit ? writeCursor(rows.at(-1)!) : null,
    };
  };
