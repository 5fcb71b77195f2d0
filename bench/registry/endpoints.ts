import { BSON } from 'mongodb';
import { rowFields } from '../../server/registry/elder.store.ts';
import { filterOf, sortOf } from '../../server/registry/elder-query.store.ts';
import { createElderSeal } from '../../server/registry/elder-seal.ts';
import { createStreetStore, createStreets } from '../../server/streets/index.ts';
import type { BareQuery } from '../baseline/find.ts';
import type { Endpoint } from '../endpoints.ts';
import type { BenchRequest } from '../load.ts';
import type { FillDeps } from '../street/fill.ts';
import type { Person } from '../street/people.ts';
import type { FilledRegistry } from './fill.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { placeIn, queriesOf } from './queries.ts';

const get = (path: string, { token }: Person): BenchRequest => ({
  ...{ method: 'GET', path, headers: { authorization: `Bearer ${token}` } },
});
const bare = (query: BareQuery): BenchRequest => ({
  method: 'GET',
  path: `/find?${new URLSearchParams({ q: BSON.EJSON.stringify(query, { relaxed: true }) })}`,
});
const cursorOf = ({ id, key }: { id: string; key: string }): string => Buffer.from(id + key).toString('base64url');

const isRight =
  ({ shows, least }: Kind) =>
  (reply: unknown): boolean => {
    const { items, count } = reply as { items?: unknown[]; count?: number };
    return shows === 'page' ? items!.length >= least : count! >= least;
  };

const plain = { narrow: [], ranges: [], sort: {}, fields: {} };
const hasRows = (reply: unknown): boolean => Object.values(reply as object).some((part) => part?.length > 0);

/** Every way of asking this registry, as our server and as the bare driver take it. */
export async function registryEndpoints(deps: FillDeps, filled: FilledRegistry): Promise<Endpoint[]> {
  const { store, cipher, clock } = deps;
  const { street, people, samples } = filled;
  const seal = createElderSeal(cipher);
  const streets = createStreets(createStreetStore(store.connection), clock);
  const elders = store.connection.db!.collection<{ _id: string; streetId: string }>('elders');
  const queryOf = queriesOf({ streets, now: clock }, street.id);
  const workerOf = (communityId: string) => people.workerOf(communityId).accountId;

  async function endpointOf(kind: Kind): Promise<Endpoint> {
    const place = await placeIn(elders, street.id, kind);
    const by = kind.by === 'office' ? people.office : people.workers[0]!;
    const scope = { streetId: street.id, communityIds: kind.by === 'office' ? null : by.communityIds };
    const ours: BenchRequest[] = [];
    const baseline: BenchRequest[] = [];
    for (const filter of kind.filters) {
      const page = { sort: kind.sort, limit: '20', ...(place && { cursor: cursorOf(place) }) };
      const typed = new URLSearchParams(filter as Record<string, string>);
      if (kind.shows === 'page') for (const [name, value] of Object.entries(page)) typed.set(name, value);
      ours.push(get(`/api/${kind.shows === 'page' ? 'elders' : 'elder-count'}?${typed}`, by));
      const query = await queryOf(kind, filter, place);
      const asked = { shows: kind.shows, narrow: filterOf(seal, scope, query), ...sortOf(query), fields: rowFields };
      baseline.push(bare(asked));
    }
    return { name: kind.name, what: `by ${kind.by}`, ours, baseline, isEachOnce: false, isRight: isRight(kind) };
  }

  const whole = (name: string, path: string, shows: BareQuery['shows']): Endpoint => ({
    ...{ name, what: 'the whole street', isEachOnce: false, isSlow: true, isRight: hasRows },
    ours: [get(path, people.office)],
    baseline: [bare({ ...plain, shows })],
  });
  const endpoints: Endpoint[] = [];
  for (const kind of kindsOf(street, samples, workerOf)) endpoints.push(await endpointOf(kind));
  return [
    ...endpoints,
    whole('board of data quality', '/api/quality-board', 'faults'),
    whole('category figures', '/api/office/category-figures', 'categories'),
  ];
}
