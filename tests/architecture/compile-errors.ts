/**
 * What the compiler must refuse. `tsc` fails on an expectation that nothing meets, so each of these lines is a test of
 * the types' grip: the step "types" of the test command runs them.
 */
import type { api } from '@wubian/shared/api.ts';
import type { PersonMove, TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { endpoint } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { type Role, roles } from '@wubian/shared/roles.ts';
import * as z from 'zod';
import type { Handlers } from '../../server/handler.ts';
import { sampleInputs } from './sample-inputs.ts';

// @ts-expect-error an endpoint without a handler
export const rooms: Handlers<{ notices: typeof api.notices }> = { notices: {} };

// @ts-expect-error a move without a relation rule
export const relation: Record<PersonMove, true> = { open: true, decline: true };

// @ts-expect-error a status that is in no table
export const status: TaskStatus = 'waiting';

// @ts-expect-error a role without a row
export const role: Role = 'administrator';
// @ts-expect-error the same, looked up
export const row = roles.administrator;

// @ts-expect-error a refusal that is not in the table
export const refusal = new Refusal('computer_says_no');

export const declared = endpoint({
  method: 'GET',
  path: '/x',
  summary: '',
  // @ts-expect-error a permission that no role holds
  may: 'task.delete',
  input: z.strictObject({}),
  output: z.strictObject({}),
  // @ts-expect-error a refusal that is not in the table
  refusals: ['computer_says_no'],
});

// @ts-expect-error an endpoint that the matrix has no sample call for
export const sample = sampleInputs({} as never).notices.burn;
