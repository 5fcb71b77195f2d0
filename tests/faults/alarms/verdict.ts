import { rungAt } from '@wubian/shared/response/ladder.ts';
import { replay } from '@wubian/shared/response/lifecycle.ts';
import type { StoredIncident } from '../../../server/response/incidents/stored-incident.ts';
import type { Span } from './processes.ts';

/** What the messages' store knows of one message on one channel. */
export interface StoredText {
  _id: string;
  incidentId: string;
  channel: string;
  kind: string;
  outId: string;
  sentAt: Date | null;
  dueAt: Date | null;
  failed: { code: string } | null;
}

/** What a run has to show. */
export interface Evidence {
  /** Ids for which the user was told 已收到. */
  acknowledged: readonly string[];
  incidents: readonly StoredIncident[];
  texts: readonly StoredText[];
  /** What the provider was handed, with when (epoch ms). */
  handed: readonly { outId: string; at: number }[];
  /** When no server process was ready. */
  gaps: readonly Span[];
}

export interface Verdict {
  lost: string[];
  doubled: string[];
  late: string[];
  /** How late each step of a ladder was, in ms, sorted. */
  delays: number[];
}

/** A next step may be so late while any process lives (goal of the step: 2 s). */
export const LATE_MS = 2_000;

const within = ({ from, to }: Span, gaps: readonly Span[]): number =>
  gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(to, gap.to) - Math.max(from, gap.from)), 0);

/** The ladder of one alarm: what of it is out of order, and how late each step came. */
function readLadder({ history, ladder, status }: StoredIncident, gaps: readonly Span[]) {
  const faults: string[] = [];
  const delays: number[] = [];
  if (history[0]?.move !== 'raise') faults.push('does not begin with the call');
  if (replay(history) !== status) faults.push('does not replay to its status');
  const answeredAt = history.find(({ move }) => move === 'acknowledge')?.at.getTime();
  const calls = history.filter(({ move }) => move === 'call');
  for (const [place, { rung, at }] of calls.entries()) {
    if (rung !== place) faults.push(`step ${rung} stands at place ${place}`);
    const dueAt =
      (place ? calls[place - 1]!.at.getTime() : at.getTime()) + (place ? rungAt(ladder, place - 1).wait : 0) * 1_000;
    if (at.getTime() < dueAt) faults.push(`step ${place} came early`);
    if (place) delays.push(at.getTime() - dueAt - within({ from: dueAt, to: at.getTime() }, gaps));
  }
  if (calls.length === 0) faults.push('called nobody');
  // The step that would have come next, if the answer had not.
  const nextDue = (calls.at(-1)?.at.getTime() ?? 0) + rungAt(ladder, calls.length - 1).wait * 1_000;
  if (answeredAt === undefined) faults.push('the answer is not stored');
  else if (answeredAt > nextDue) delays.push(answeredAt - nextDue - within({ from: nextDue, to: answeredAt }, gaps));
  return { faults, delays };
}

/** What was lost, doubled and late, each with the alarm and why. Pure. */
export function judge({ acknowledged, incidents, texts, handed, gaps }: Evidence): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], late: [], delays: [] };
  const byId = Map.groupBy(incidents, ({ _id }) => _id);
  const places = Map.groupBy(
    incidents.flatMap(({ _id, history }) => history.flatMap(({ id }) => (id ? [{ act: id, _id }] : []))),
    ({ act }) => act,
  );
  const textsOf = Map.groupBy(texts, ({ incidentId }) => incidentId);
  for (const id of acknowledged) {
    const incident = byId.get(id)?.[0];
    if (!incident) {
      verdict.lost.push(`${id}: not stored`);
      continue;
    }
    const { faults, delays } = readLadder(incident, gaps);
    for (const fault of faults) verdict.lost.push(`${id}: ${fault}`);
    for (const delay of delays) {
      verdict.delays.push(Math.max(0, delay));
      if (delay > LATE_MS) verdict.late.push(`${id}: ${delay} ms`);
    }
    for (const [index, { move, rung }] of incident.history.entries()) {
      if (move !== 'call') continue;
      const its = (textsOf.get(id) ?? []).filter((text) => text._id.startsWith(`${id}:${index + 1}:`));
      if (!its.some(({ sentAt }) => sentAt)) verdict.lost.push(`${id}: nobody was sent step ${rung}`);
    }
    const where = new Set(places.get(id)?.map(({ _id }) => _id));
    if (where.size > 1) verdict.doubled.push(`${id}: stored in ${where.size} places`);
  }
  const sentAt = new Map(texts.map((text) => [text.outId, text.sentAt?.getTime() ?? Number.POSITIVE_INFINITY]));
  for (const [outId, times] of Map.groupBy(handed, (one) => one.outId)) {
    const again = times.filter(({ at }) => at > sentAt.get(outId)!);
    if (again.length) verdict.doubled.push(`text ${outId}: handed over again after it was recorded as sent`);
  }
  verdict.delays.sort((a, b) => a - b);
  return verdict;
}

/** How the messages stand, each kind of standing with its number: 'sms alarm sent: 12'. */
export function standing(texts: readonly StoredText[]): string {
  const said = ({ channel, kind, sentAt, failed, dueAt }: StoredText) =>
    `${channel} ${kind} ${sentAt ? 'sent' : failed ? `failed ${failed.code}` : dueAt ? 'waits' : 'neither'}`;
  return [...Map.groupBy(texts, said)].map(([how, { length }]) => `${how}: ${length}`).join(', ');
}

/** The line that the run ends with. */
export const summary = (raised: number, { acknowledged }: Pick<Evidence, 'acknowledged'>, verdict: Verdict): string =>
  `alarms raised ${raised}, acknowledged to the user ${acknowledged.length}, lost ${verdict.lost.length}, doubled ${verdict.doubled.length}, late ${verdict.late.length}`;
