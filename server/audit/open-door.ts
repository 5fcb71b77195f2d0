import { badField } from '@wubian/shared/refusals.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Appender } from './appender.ts';
import type { AuditPlace, AuditQueries, AuditQuery } from './audit-query.store.ts';
import type { AuditDoor, AuditPage, AuditRow, PageWanted } from './door.ts';
import { type Entry, reasonPlace } from './entry.ts';
import { type RecordDeps, recordRule } from './record-call.ts';

export interface DoorDeps extends RecordDeps {
  queries: AuditQueries;
  appender: Pick<Appender, 'add' | 'flush'>;
  cipher: Pick<FieldCipher, 'seal' | 'open'>;
}

function placeOf(cursor: string | undefined): AuditPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, ms, seq] = /^(\d{1,15}),(\d{1,12})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (ms === undefined) throw badField('cursor', '翻页位置不对，请从第一页看起');
  return { at: new Date(Number(ms)), seq: Number(seq) };
}

const cursorOf = ({ at, seq }: AuditPlace): string => Buffer.from(`${at.getTime()},${seq}`).toString('base64url');

/** What the rooms read of the audit; what has ended in this process is chained first, so that it is seen. */
export function openDoor(deps: DoorDeps): AuditDoor {
  const { queries, appender, cipher } = deps;

  const rowOf = ({ callId, reason, ...entry }: Entry): AuditRow => ({
    ...{ seq: entry.seq, at: entry.at, by: entry.by, accountId: entry.accountId, role: entry.role },
    ...{ act: entry.act, group: entry.group, elderIds: entry.elderIds, what: entry.what, outcome: entry.outcome },
    reason: reason && cipher.open(reason, reasonPlace(callId)),
  });

  async function read(streetId: string, query: AuditQuery, { limit, cursor }: PageWanted): Promise<AuditPage> {
    const after = placeOf(cursor);
    await appender.flush();
    const found = await queries.find(streetId, query, limit + 1, after);
    const items = found.slice(0, limit);
    return { items: items.map(rowOf), next: found.length > limit ? cursorOf(items.at(-1)!) : null };
  }

  return {
    append: (act) => recordRule(deps, act),
    revealsOf: (streetId, elderId, page) =>
      read(streetId, { elderId, group: 'reveal', outcomes: ['done', 'unknown'] }, page),
    search: (streetId, { outcome, ...filter }, page) =>
      read(streetId, { ...filter, outcomes: outcome && [outcome] }, page),
  };
}
