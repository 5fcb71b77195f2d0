import { BSON, type Filter, type Sort } from 'mongodb';
import type { Database, ElderDocument } from './database.ts';

/** A query of the registry as the benchmark sends it: the store's own conditions, sort and fields. */
export interface BareQuery {
  shows: 'page' | 'count' | 'faults' | 'categories';
  narrow: Filter<ElderDocument>[];
  ranges: Filter<ElderDocument>[];
  sort: Sort;
  fields: Record<string, 1>;
}

/** The driver's answer and nothing else: documents as they are stored, numbers as they are counted. */
export async function find({ elders, streetId }: Database, query: URLSearchParams) {
  const asked = BSON.EJSON.parse(query.get('q')!, { relaxed: true }) as BareQuery;
  const { shows, narrow, ranges, sort, fields } = asked;
  if (shows === 'page') {
    const found: ElderDocument[] = [];
    for (const range of ranges) {
      const left = 21 - found.length;
      if (left === 0) break;
      const filter = { $and: [...narrow, range] } as Filter<ElderDocument>;
      found.push(...(await elders.find(filter, { projection: fields }).sort(sort).limit(left).toArray()));
    }
    return { items: found.slice(0, 20) };
  }
  if (shows === 'count') return { count: await elders.countDocuments({ $and: narrow }, { limit: 10_001 }) };
  const wanted = shows === 'faults' ? /^(in|fault):/ : /^(yes|unknown):[^&]*$/;
  const rows = await elders
    .aggregate(
      [
        { $match: { streetId } },
        { $project: { communityId: 1, keys: 1 } },
        { $unwind: '$keys' },
        { $match: { keys: wanted } },
        { $group: { _id: { community: '$communityId', key: '$keys' }, n: { $sum: 1 } } },
      ],
      { maxTimeMS: 60_000 },
    )
    .toArray();
  return { rows };
}
