import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant } from '../wire.ts';

const Count = z.number().int();
const Span = z.strictObject({ count: Count, p50: z.number().nullable(), p95: z.number().nullable() });
const Kept = z.strictObject({ due: Count, inTime: Count });
const Counted = z.array(z.strictObject({ label: z.string(), count: Count }));

const Figures = z
  .strictObject({
    ...{ calls: Count, drills: Count, open: Count, acknowledged: Span, arrived: Span, untaken: Count },
    ...{ takenBy: Counted, sources: Counted, falseAlarms: Count, falseCauses: Counted },
    ...{ handedOver: Count, handOvers: Counted, noAnswer: Count, report: Kept, follow: Kept },
  })
  .meta({ id: 'IncidentFigures' });

/** What a month of calls looked like. */
export const statisticsEndpoints = {
  incidentStatistics: endpoint({
    method: 'GET',
    path: '/incidents/statistics',
    summary: '一个月的求助统计：次数、接单和到场时间、误报、转办、回访，按社区',
    may: 'sos.review',
    input: z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '请选月份') }),
    output: z.strictObject({
      month: z.string(),
      /** Until when what was done counts. */
      until: Instant,
      /** True: the figures no longer change. */
      settled: z.boolean(),
      settledFrom: Instant,
      /** All communities that the viewer answers for, together. */
      total: Figures,
      communities: z.array(z.strictObject({ communityId: Id, name: z.string(), figures: Figures })),
    }),
    refusals: [],
  }),
};
