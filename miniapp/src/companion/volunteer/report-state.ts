import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { longestMinutes, serviceMinutes } from '@wubian/shared/companion/minutes.ts';
import type { Parcel } from '../../platform/outbox-core.ts';

/** What the server last said of a visit; times are null where it did not say. */
export interface VisitKnown {
  id: string;
  status: TaskStatus;
  startedAt: string | null;
  finishedAt: string | null;
}

/** How a visit stands on this phone: what the server knows, and what still waits to be sent. */
export interface ReportState {
  /** `over`: it is no longer hers (released, cancelled, given to another). */
  phase: 'toStart' | 'running' | 'ended' | 'over';
  startedAt: string | null;
  finishedAt: string | null;
  waiting: Parcel[];
  refused: Parcel[];
}

const served: readonly TaskStatus[] = ['done', 'objected', 'confirmed'];

/**
 * Joins both, so that a service begun without network is shown as begun. What the phone still has to send counts for
 * more than the server's last word, except that the server's "over" and "served" stand.
 */
export function reportState(
  { id, status, startedAt, finishedAt }: VisitKnown,
  parcels: readonly Parcel[],
): ReportState {
  const own = parcels.filter(({ room, key }) => room === 'companion' && key === id);
  const waiting = own.filter(({ state }) => state === 'waiting');
  const refused = own.filter(({ state }) => state === 'refused');
  const unsentAt = (endpoint: string): string | null => {
    const at = waiting.find((one) => one.endpoint === endpoint)?.input.at;
    return typeof at === 'string' ? at : null;
  };
  const times = { startedAt: startedAt ?? unsentAt('start'), finishedAt: finishedAt ?? unsentAt('finish') };
  const phase = (): ReportState['phase'] => {
    if (served.includes(status)) return 'ended';
    if (status !== 'claimed' && status !== 'inService') return 'over';
    if (unsentAt('finish')) return 'ended';
    return status === 'inService' || unsentAt('start') ? 'running' : 'toStart';
  };
  return { phase: phase(), ...times, waiting, refused };
}

const minuteMs = 60_000;

/** End times to choose from when the end was not tapped in time: every ten minutes up to now, at most twelve hours. */
export function endTimes(startedAt: string, nowMs: number): string[] {
  const start = Date.parse(startedAt);
  const last = Math.min(nowMs, start + longestMinutes * minuteMs);
  const out: string[] = [];
  for (let at = start + 10 * minuteMs; at <= last; at += 10 * minuteMs) out.push(new Date(at).toISOString());
  return out;
}

/** What a volunteer filled in at the end of a visit. */
export interface ReportForm {
  /** When 结束服务 was tapped, by the phone. */
  endedAt: string | null;
  did: string[];
  didMore: string;
  noticed: string[];
  noticedMore: string;
  worried: boolean;
  concern: string;
}

export const emptyForm: ReportForm = {
  endedAt: null,
  did: [],
  didMore: '',
  noticed: [],
  noticedMore: '',
  worried: false,
  concern: '',
};

const joined = (picked: readonly string[], more: string): string =>
  [picked.join('、'), more.trim()].filter(Boolean).join('；');

/** What is sent of a filled form. A worry that was switched off again is not sent. */
export const reportOf = ({ did, didMore, noticed, noticedMore, worried, concern }: ReportForm) => ({
  did: joined(did, didMore),
  noticed: joined(noticed, noticedMore),
  concern: worried ? concern.trim() : '',
});

/** Fields that keep a form from being sent. */
export function missingIn(form: ReportForm, startedAt: string): ('end' | 'did' | 'concern')[] {
  const { did } = reportOf(form);
  const missing: ('end' | 'did' | 'concern')[] = [];
  if (!form.endedAt || serviceMinutes(startedAt, form.endedAt) === null) missing.push('end');
  if (!did) missing.push('did');
  if (form.worried && !form.concern.trim()) missing.push('concern');
  return missing;
}
