import type { Task } from '@wubian/shared/companion/schema.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import type * as z from 'zod';
import { type Handler, RawJson } from '../handler.ts';

type TaskEndpoint = Endpoint<z.ZodObject, typeof Task>;

/** A command that answers with a task, whose elder the audit is told: an old person's entries are found by her. */
export const ofElder =
  <E extends TaskEndpoint>(run: Handler<E>): Handler<E> =>
  async (caller, input, call) => {
    const answer = await run(caller, input, call);
    if (!(answer instanceof RawJson)) call.about({ elderIds: [answer.elder.id] });
    return answer;
  };
