import type { Names } from '@wubian/shared/registry/say-field.ts';
import type { AccountsDoor } from '../accounts/door.ts';
import { communityOf, estateOf, type Street } from '../streets/index.ts';
import { words } from './words.ts';

const gridOf = (street: Street, id: string): string | undefined =>
  street.communities.flatMap(({ grids }) => grids).find((grid) => grid.id === id)?.name;

/** The names behind the ids of a file: areas of the street, and the people given. */
export const namesIn = (street: Street, people: ReadonlyMap<string, { name: string }>): Names => ({
  community: (id) => communityOf(street, id)?.name ?? words.goneCommunity,
  grid: (id) => gridOf(street, id) ?? words.goneGrid,
  estate: (id) => estateOf(street, id)?.estate.name ?? words.goneEstate,
  person: (id) => people.get(id)?.name || words.someone,
});

/** As `namesIn`, with the people looked up. */
export const namesFor = async (
  accounts: AccountsDoor,
  street: Street,
  accountIds: readonly (string | null)[],
): Promise<Names> =>
  namesIn(street, await accounts.people([...new Set(accountIds.filter((id): id is string => id !== null))]));
