import { Refusal } from '@wubian/shared/refusals.ts';
import type { Caller } from '../actor.ts';
import type { BorderAudit, CallAudit } from '../audit/door.ts';
import type { Call } from '../handler.ts';
import { refusalOf } from './answer-refusals.ts';

export interface AuditedRun {
  /** `room.endpoint`. */
  name: string;
  /** False for a GET, which leaves an entry only if its handler says that it reveals. */
  isWrite: boolean;
  run: (caller: Caller | null, input: unknown, call: Call) => Promise<unknown>;
}

/** The entry has to lie in the journal before anything is answered: without it the call has not happened for anyone. */
async function endOrRefuse(entry: CallAudit, outcome: string): Promise<void> {
  await entry.end(outcome).catch((cause) => {
    throw Object.assign(new Refusal('busy'), { cause });
  });
}

/**
 * Runs a handler while its audit entry is being written beside it, and waits for the entry before it answers or
 * throws what the handler threw. Throws `busy` when the entry could not be written.
 */
export async function runAudited(
  { name, isWrite, run }: AuditedRun,
  audit: BorderAudit,
  caller: Caller | null,
  input: unknown,
  call: Omit<Call, 'about'>,
): Promise<unknown> {
  const entry = audit.ofCall({ act: name, caller, input, requestId: call.requestId });
  if (isWrite) entry.begin();
  let output: unknown;
  try {
    output = await run(caller, input, { ...call, about: entry.about });
  } catch (error) {
    await endOrRefuse(entry, refusalOf(error).code);
    throw error;
  }
  await endOrRefuse(entry, 'done');
  return output;
}
