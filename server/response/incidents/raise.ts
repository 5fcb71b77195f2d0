import { Refusal } from '@wubian/shared/refusals.ts';
import type { Times } from '@wubian/shared/response/deadlines.ts';
import type { Source } from '@wubian/shared/response/labels.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { dueOf } from './clocked.ts';
import type { Deps } from './deps.ts';
import type { By, Entry, StoredIncident } from './stored-incident.ts';

/** A call for help, whoever or whatever makes it. */
export interface Raising {
  /** Made by who raises it: the same call sent again is the same call. */
  id: string;
  streetId: string;
  elderId: string;
  source: Source;
  by: By;
  words?: string;
  /** When a worker took the telephone call. */
  heardAt?: Date | null;
  /** When the button was pressed, as the phone or device says. */
  pressedAt?: Date | null;
  drill?: boolean;
}

export interface Raised {
  incidentId: string;
  receivedAt: Date;
  /** True: it joined the one that is open for this elder. */
  merged: boolean;
}

/** Each try that fails means that another press or act went through. */
const mostTries = 50;
/** A device that rings without end must not fill the document; that she calls is known by then. */
const mostEntries = 1_000;

/** The times of a street on a day, in seconds. */
async function timesOf({ streets }: Pick<Deps, 'streets'>, streetId: string, day: string): Promise<Times> {
  const [onSite, onSiteLimit, outcome, report, follow] = await Promise.all([
    streets.parameter(streetId, 'onSiteMinutes', day),
    streets.parameter(streetId, 'onSiteLimitMinutes', day),
    streets.parameter(streetId, 'outcomeMinutes', day),
    streets.parameter(streetId, 'closeReportHours', day),
    streets.parameter(streetId, 'followUpDays', day),
  ]);
  return {
    ...{ onSite: onSite * 60, onSiteLimit: onSiteLimit * 60, outcome: outcome * 60 },
    ...{ report: report * 3_600, follow: follow * 86_400 },
  };
}

/**
 * Stores a call for help durably and then answers: when this resolves, it lies in the journal and the clock will call
 * the ladder's next step, whatever becomes of this process. The same id again is the same call; while the elder has an
 * open one, a further call joins it. Throws `elder_not_found`.
 */
export async function raise(deps: Deps, raising: Raising): Promise<Raised> {
  const { streetId, elderId, drill = false } = raising;
  const at = deps.clock();
  const day = dayOf(at);
  const [elder, ladder, times] = await Promise.all([
    deps.registry.elder(streetId, elderId),
    deps.streets.parameter(streetId, 'ladder', day),
    timesOf(deps, streetId, day),
  ]);
  if (!elder) throw new Refusal('elder_not_found');
  const said: Entry = {
    ...{ id: raising.id, move: 'raise', by: raising.by, at, words: raising.words ?? '', said: {}, rung: null },
  };
  const fresh: StoredIncident = {
    ...{ _id: raising.id, streetId, communityId: elder.communityId, estateId: elder.estateId },
    ...{ elderId, elderName: elder.name, drill, source: raising.source, raisedBy: raising.by },
    ...{ raisedAt: at, heardAt: raising.heardAt ?? null, pressedAt: raising.pressedAt ?? null },
    ...{ status: 'raised', since: at, open: true, only: true, triage: null, ladder, times },
    ...{ responders: [], noAnswerSince: null, followed: false },
    history: [said, { ...said, id: null, move: 'call', words: '', rung: 0 }],
    ...{ seq: 2, handledSeq: 0, outboxDue: at, nextDue: null, rank: 0, outboxToken: null, clockToken: null },
  };
  // The first step belongs to the call itself: it is one write, and no clock has to come by for it.
  fresh.history[1]!.by = { accountId: null, name: '系统', role: null, relation: '' };
  const due = dueOf(fresh);
  fresh.nextDue = due && new Date(due.at);

  for (let tries = 0; tries < mostTries; tries++) {
    if (await deps.incidents.insert(fresh)) {
      deps.poke();
      return { incidentId: raising.id, receivedAt: at, merged: false };
    }
    const known = await deps.incidents.byId(streetId, raising.id);
    if (known) {
      if (known.elderId !== elderId) throw new Refusal('id_taken');
      return { incidentId: known._id, receivedAt: known.raisedAt, merged: false };
    }
    const joined = await deps.incidents.withAct(streetId, elderId, raising.id);
    const entry = joined?.history.find(({ id }) => id === raising.id);
    if (joined && entry) return { incidentId: joined._id, receivedAt: entry.at, merged: true };
    const open = await deps.incidents.openOf(streetId, elderId, drill);
    // It was closed a moment ago: then this is a call of its own.
    if (!open) continue;
    if (open.history.length >= mostEntries) return { incidentId: open._id, receivedAt: at, merged: true };
    const words = raising.words ?? '';
    const moved = await deps.incidents.move(open, { id: raising.id, move: 'pressAgain', by: raising.by, at, words });
    if (moved) {
      deps.poke();
      return { incidentId: moved._id, receivedAt: at, merged: true };
    }
  }
  throw new Refusal('busy');
}
