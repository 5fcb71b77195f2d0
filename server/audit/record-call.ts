import { auditGroupOf } from '@wubian/shared/office/audit-acts.ts';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { About } from '../handler.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isId, newId } from '../store/ids.ts';
import type { Appender } from './appender.ts';
import type { AuditedCall, CallAudit, RuleAct } from './door.ts';
import { type Draft, HOUSE, reasonPlace } from './entry.ts';
import type { Inbox } from './inbox.store.ts';

/** What the recording of calls works with. */
export interface RecordDeps {
  inbox: Pick<Inbox, 'write'>;
  appender: Pick<Appender, 'add'>;
  cipher: Pick<FieldCipher, 'seal'>;
  clock: Clock;
  /** Calls of this process that run now. */
  running: Set<string>;
}

type Who = Pick<Draft, 'streetId' | 'accountId' | 'role'>;
type SaidSoFar = Required<Omit<About, 'signedIn'>>;

const fieldsOf = (input: unknown): [string, unknown][] =>
  typeof input === 'object' && input !== null ? Object.entries(input) : [];

/** Ids that the input names at its top: `id` and whatever ends in `Id`. Other texts are never taken. */
export const idsIn = (input: unknown): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(input).filter(
      (field): field is [string, string] => /^id$|Id$/.test(field[0]) && typeof field[1] === 'string' && isId(field[1]),
    ),
  );

const reasonIn = (input: unknown): string => {
  const [, reason] = fieldsOf(input).find(([name]) => name === 'reason') ?? [];
  return typeof reason === 'string' ? reason : '';
};

const whoOf = (caller: AuditedCall['caller']): Who | null =>
  caller && {
    streetId: caller.role ? (caller as Actor).streetId : HOUSE,
    accountId: caller.accountId,
    role: caller.role,
  };

const joined = (before: string, more: string | undefined): string =>
  more && more !== before ? [before, more].filter(Boolean).join('；') : before;

/** The entry of one call, from its beginning to its end. */
export function recordCall(deps: RecordDeps, { act, caller, input, requestId }: AuditedCall): CallAudit {
  const { inbox, appender, cipher, clock, running } = deps;
  const at = clock();
  const callId = newId(at);
  const ids = idsIn(input);
  let who = whoOf(caller);
  let said: SaidSoFar = {
    elderIds: ids.elderId ? [ids.elderId] : [],
    what: '',
    reason: '',
    reveal: false,
  };
  /** What the handler says of the reason, often in the words of a code that the input carries; else the input itself. */
  const reasonSaid = () => said.reason || reasonIn(input);
  let begun: Promise<void> | null = null;

  const draft = (by: Who, outcome: string): Draft => ({
    ...{ ...by, callId, at, by: 'person', act, ids, requestId, outcome },
    group: auditGroupOf(act, said.reveal),
    elderIds: [...said.elderIds],
    what: said.what,
    reason: reasonSaid() === '' ? null : cipher.seal(reasonSaid(), reasonPlace(callId)),
  });

  function write(by: Who, outcome: string): Promise<void> {
    running.add(callId);
    const written = inbox.write(draft(by, outcome));
    // Awaited at the end; until then a failure is nobody's unhandled rejection.
    written.catch(() => {});
    return written;
  }

  return {
    about({ signedIn, elderIds = [], what, reason, reveal = false }) {
      if (signedIn) who = { ...signedIn, streetId: signedIn.streetId ?? HOUSE };
      said = {
        elderIds: [...new Set([...said.elderIds, ...elderIds])],
        what: joined(said.what, what),
        reason: joined(said.reason, reason),
        reveal: said.reveal || reveal,
      };
    },
    begin() {
      if (who) begun = write(who, 'unknown');
    },
    async end(outcome) {
      const becameKnown = caller === null && who !== null;
      if (who && !begun && (said.reveal || becameKnown)) begun = write(who, outcome);
      if (!who || !begun) return;
      const ended = draft(who, outcome);
      // Also when it could not be written: the handler may have done its work, so the chain is to know.
      await begun.finally(() => {
        appender.add(ended);
        running.delete(callId);
      });
    },
  };
}

/** The entry of something that a rule did. */
export async function recordRule(deps: RecordDeps, { streetId, act, what, ...more }: RuleAct): Promise<void> {
  const at = deps.clock();
  const callId = newId(at);
  const done: Draft = {
    ...{ streetId, callId, at, by: 'rule', accountId: null, role: null, act, what, outcome: 'done', requestId: null },
    group: auditGroupOf(act, false),
    ids: { ...more.ids },
    elderIds: [...(more.elderIds ?? [])],
    reason: more.reason ? deps.cipher.seal(more.reason, reasonPlace(callId)) : null,
  };
  await deps.inbox.write(done);
  deps.appender.add(done);
}
