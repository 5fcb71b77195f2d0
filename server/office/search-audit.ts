import { api } from '@wubian/shared/api.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { auditGroups, auditOutcomeOf, auditOutcomes } from '@wubian/shared/office/audit-acts.ts';
import type { auditEndpoints } from '@wubian/shared/office/audit-contract.ts';
import { type RefusalCode, refusals } from '@wubian/shared/refusals.ts';
import { roles } from '@wubian/shared/roles.ts';
import { addDays, instantOf } from '@wubian/shared/time.ts';
import type { AuditRow } from '../audit/door.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';

/** Every act by its name, in the words of its own declaration. */
const acts: ReadonlyMap<string, string> = new Map(
  Object.entries(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([name, { summary }]) => [`${room}.${name}`, summary]),
  ),
);

const actWords = ({ by, act }: AuditRow): string =>
  by === 'rule' ? '系统自动处理' : (acts.get(act) ?? '已停用的操作');

/** 已完成, 结果不明, or the words of the refusal that the caller was answered with. */
function outcomeWords(stored: string): string {
  const outcome = auditOutcomeOf(stored);
  if (outcome !== 'refused') return auditOutcomes[outcome];
  const why = Object.hasOwn(refusals, stored) ? refusals[stored as RefusalCode].words : '';
  return `${auditOutcomes.refused}：${why}`;
}

/** The street's audit, newest first. Reading it shows people's reasons, so it leaves an entry of its own. */
export const searchAudit =
  ({ audit, accounts, registry }: OfficeDeps): Handler<typeof auditEndpoints.audit> =>
  async ({ streetId }, { from, to, limit, cursor, ...filter }, call) => {
    const days = { from: from && instantOf(from), before: to && instantOf(addDays(to, 1)) };
    const { items, next } = await audit.search(
      streetId,
      { ...filter, from: days.from || undefined, before: days.before || undefined },
      { limit, cursor },
    );
    call.about({ reveal: true, what: '操作记录和其中的原因', elderIds: filter.elderId ? [filter.elderId] : [] });
    const [people, elders] = await Promise.all([
      accounts.people(items.flatMap(({ accountId }) => accountId ?? [])),
      registry.elderNames(streetId, [...new Set(items.flatMap(({ elderIds }) => elderIds))]),
    ]);
    return {
      items: items.map((row) => ({
        seq: row.seq,
        at: row.at.toISOString(),
        accountId: row.accountId,
        who: row.accountId ? people.get(row.accountId)?.name || '未填姓名' : '系统',
        roleLabel: row.role ? roles[row.role].label : '',
        act: actWords(row),
        what: row.what,
        group: row.group,
        groupLabel: auditGroups[row.group],
        elders: row.elderIds.map((id) => ({ id, name: elders.get(id) ?? '已移出台账的老人' })),
        reason: row.reason,
        outcome: auditOutcomeOf(row.outcome),
        outcomeWords: outcomeWords(row.outcome),
      })),
      next,
    };
  };
