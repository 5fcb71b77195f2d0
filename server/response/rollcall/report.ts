import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { answers, rowStateNames, rowStates, tierNames, tiers } from '@wubian/shared/response/rollcall/labels.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { Handler } from '../../handler.ts';
import { communityOf } from '../../streets/index.ts';
import { lookAt } from './area.ts';
import type { Deps } from './deps.ts';
import { noCounts } from './list.store.ts';
import { presentHead } from './present.ts';
import type { RowEntry, StoredRow } from './stored.ts';

type Entry = RowEntry;
const isAnswer = ({ kind }: Entry): boolean => kind in answers || kind === 'self' || kind === 'family';

/** The smallest of the sorted values that `share` of them do not exceed (nearest rank); null for none. */
export const rank = (sorted: readonly number[], share: number): number | null =>
  sorted.length ? sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]! : null;

/** What people did: who was asked, who answered, and after how many minutes a row heard first. */
export function figuresOf(rows: readonly StoredRow[], toldAt: Date | null) {
  const minutes: number[] = [];
  const asked = new Map<string, { name: string; elders: number; answered: boolean }>();
  const byTier = new Map(tierNames.map((tier) => [tier, { asked: 0, answered: 0 }]));
  let [bySelf, byFamily] = [0, 0];
  for (const { history, callers, step, state } of rows) {
    const first = history.find(isAnswer);
    if (first && toldAt) minutes.push(Math.max(0, Math.round((first.at.getTime() - toldAt.getTime()) / 6_000) / 10));
    const last = history.findLast(({ kind }) => isAnswer({ kind } as Entry));
    if (state === 'safe' && last?.kind === 'self') bySelf++;
    if (state === 'safe' && last?.kind === 'family') byFamily++;
    const answering = new Set(history.filter(({ kind }) => kind in answers).map(({ by }) => by.accountId));
    for (const { accountId, name, tier } of callers.slice(0, step + 1)) {
      const one = asked.get(accountId) ?? { name, elders: 0, answered: false };
      asked.set(accountId, { name, elders: one.elders + 1, answered: one.answered || answering.has(accountId) });
      const sum = byTier.get(tier)!;
      sum.asked++;
      if (answering.has(accountId)) sum.answered++;
    }
  }
  minutes.sort((a, b) => a - b);
  const silent = [...asked.values()].filter(({ answered }) => !answered).sort((a, b) => b.elders - a.elders);
  return {
    ...{ p50: rank(minutes, 0.5), p95: rank(minutes, 0.95), bySelf, byFamily },
    byTier: tierNames.map((tier) => ({ label: tiers[tier], ...byTier.get(tier)! })),
    silent: silent.map(({ name, elders }) => ({ name, elders })),
  };
}

const minutesSaid = (minutes: number | null): string => (minutes === null ? '没有人回' : `${minutes} 分钟`);

/** How a roll-call went: numbers, times, who never answered, and the same as text. */
export const readReport =
  (deps: Deps): Handler<typeof rollCallEndpoints.rollCallReport> =>
  async (actor, { rollCallId }) => {
    const { call, street, area } = await lookAt(deps, actor, rollCallId);
    const rows = await deps.lists.all(call.streetId, rollCallId, area);
    const figures = figuresOf(rows, call.toldAt);
    const counts = noCounts();
    const places = new Map(area.map((id) => [id, noCounts()]));
    for (const { state, communityId } of rows)
      for (const one of [counts, places.get(communityId)!]) {
        one[state]++;
        one.all++;
      }
    const uncovered = rows.filter(({ planned, callers }) => planned && callers.length === 0);
    const incidents = rows.filter(({ incidentId }) => incidentId !== null).length;
    const head = presentHead(call, street, counts);
    const communities = area.map((id) => ({
      ...{ id, name: communityOf(street, id)?.name ?? '', counts: places.get(id)! },
    }));
    const when = (at: Date | null): string => (at ? `${dayOf(at)} ${timeOf(at)}` : '还没有');
    const say = (one: typeof counts): string =>
      rowStateNames.flatMap((state) => (one[state] ? [`${rowStates[state]} ${one[state]} 位`] : [])).join('，');
    const text = [
      `${call.drill ? '【演练】' : ''}${head.reasonLabel}点名总结（${street.name}）`,
      `对象：${head.whom}，共 ${counts.all} 位`,
      `开始：${when(call.startedAt)}；通知：${when(call.toldAt)}；结束：${when(call.closedAt)}`,
      `结果：${say(counts) || '没有老人'}`,
      `其中本人说平安 ${figures.bySelf} 位，家属说平安 ${figures.byFamily} 位`,
      `第一次回音：一半在 ${minutesSaid(figures.p50)} 内，九成五在 ${minutesSaid(figures.p95)} 内`,
      `转紧急求助 ${incidents} 次；没有人可派 ${uncovered.length} 位`,
      ...communities.map(({ name, counts: one }) => `${name}：${say(one) || '没有老人'}`),
      ...(figures.silent.length ? [`一直没有回的人：${figures.silent.map(({ name }) => name).join('、')}`] : []),
      ...(call.closeReason ? [`结束原因：${call.closeReason}`] : []),
    ].join('\n');
    return { head, ...figures, incidents, uncovered: uncovered.map(({ elderName }) => elderName), communities, text };
  };
