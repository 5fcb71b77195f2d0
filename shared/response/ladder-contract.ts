import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant } from '../wire.ts';
import { Ladder, targetNames } from './ladder.ts';

const Called = z.strictObject({
  target: z.enum(targetNames),
  label: z.string(),
  /** Null: differs from elder to elder, as her file says. */
  names: z.array(z.string()).nullable(),
});

/** What a ladder would do. */
export const ladderEndpoints = {
  ladderPreview: endpoint({
    method: 'POST',
    path: '/ladder/preview',
    summary: '按这套通知顺序，现在求助会通知到谁（拿两个社区作例子，不发消息）',
    may: 'office.parameters',
    input: z.strictObject({ ladder: Ladder }),
    output: z.strictObject({
      at: Instant,
      communities: z.array(
        z.strictObject({
          communityId: Id,
          name: z.string(),
          steps: z.array(
            z.strictObject({
              /** Seconds after the call. */
              second: z.number().int(),
              loop: z.boolean(),
              called: z.array(Called),
              /** Nobody stands behind this step for certain. */
              empty: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    refusals: [],
  }),
};
