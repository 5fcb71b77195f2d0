import type { Told } from '@wubian/shared/response/statistics.ts';
import type { Connection } from 'mongoose';
import { rawIncidents } from '../incidents/incident.store.ts';

export interface ToldThere {
  communityId: string;
  told: Told;
}

/** What the figures need of each call, and no more: no name and no word of what happened is read. */
const projection = {
  ...{ communityId: 1, drill: 1, source: 1, raisedAt: 1, 'times.report': 1, 'times.follow': 1 },
  ...{ 'history.move': 1, 'history.at': 1, 'history.by.role': 1, 'history.said.cause': 1, 'history.said.to': 1 },
} as const;

/** The calls of a time, read in a stream: a month may be long. */
export const createToldStore = (db: Connection) => ({
  async *between(
    streetId: string,
    communityIds: readonly string[] | undefined,
    from: Date,
    to: Date,
  ): AsyncGenerator<ToldThere> {
    const which = {
      ...{ streetId, raisedAt: { $gte: from, $lt: to } },
      ...(communityIds && { communityId: { $in: [...communityIds] } }),
    };
    for await (const one of rawIncidents(db).find(which, { projection })) {
      yield {
        communityId: one.communityId,
        told: {
          ...{ drill: one.drill, source: one.source, raisedAt: one.raisedAt.getTime(), times: one.times },
          history: one.history.map(({ move, at, by, said }) => ({
            ...{ move, at: at.getTime(), role: by.role, cause: said?.cause, to: said?.to },
          })),
        },
      };
    }
  },
});

export type ToldStore = ReturnType<typeof createToldStore>;
