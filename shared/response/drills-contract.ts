import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant, Limit } from '../wire.ts';

/** What became of a drill; times in seconds after its start. */
const Drill = z
  .strictObject({
    id: Id,
    open: z.boolean(),
    statusLabel: z.string(),
    elderName: z.string(),
    communityName: z.string(),
    raisedAt: Instant,
    startedBy: z.string(),
    words: z.string(),
    endedAt: Instant.nullable(),
    answeredAfter: z.number().nullable(),
    answeredBy: z.string(),
    arrivedAfter: z.number().nullable(),
    rungsCalled: z.number().int(),
    /** How many people were called, family left out: it is told, and need not answer. */
    called: z.number().int(),
    silent: z.array(z.strictObject({ name: z.string(), seen: z.boolean() })),
    messages: z.number().int(),
    failed: z.number().int(),
  })
  .meta({ id: 'Drill' });

/** Drills that were held. */
export const drillEndpoints = {
  drills: endpoint({
    method: 'GET',
    path: '/drills',
    summary: '演练和结果：多久有人接、多久到场、谁没应答、几条没送到',
    may: 'drill.run',
    input: z.strictObject({ before: Instant.optional(), limit: Limit }),
    output: z.strictObject({ items: z.array(Drill), next: Instant.nullable() }),
    refusals: [],
  }),
};
