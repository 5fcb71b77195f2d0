import { maskName } from '@wubian/shared/masks.ts';
import { handOvers, proofs } from '@wubian/shared/response/labels.ts';
import { type LadderChannel, rungAt, type Target } from '@wubian/shared/response/ladder.ts';
import { moveRow } from '@wubian/shared/response/lifecycle.ts';
import { checkSteps, checks } from '@wubian/shared/response/no-answer.ts';
import type { ChannelName, MessageToSend } from '../../notices/door.ts';
import { checkedOf } from './clocked.ts';
import type { Callee } from './people.ts';
import { type Entry, leaderOf, type StoredIncident } from './stored-incident.ts';
import { messageWords as w } from './words.ts';

/** Whom an entry calls or tells, by which ways, and in what words. */
export interface Telling {
  to: readonly Target[] | 'leader' | 'responders' | 'called' | 'side';
  channels: readonly LadderChannel[];
  title: string;
  body: string;
  /** False: news, not a call; it never takes the place of an alarm in the queue. */
  urgent: boolean;
}

const loud: readonly LadderChannel[] = ['app', 'wechat', 'sms', 'voice'];
const quiet: readonly LadderChannel[] = ['app', 'wechat'];

interface Names {
  /** As responders who have not answered yet may read her. */
  elder: string;
  place: string;
}

function stalled(incident: StoredIncident, { elder, place }: Names): Telling[] {
  const who = leaderOf(incident)?.name ?? '';
  const said = { channels: loud, title: w.again(place), body: w.againBody(elder, who), urgent: true };
  return [
    { ...said, to: 'leader' },
    { ...said, to: ['onDuty', 'communityHead'] },
  ];
}

function lateness(incident: StoredIncident, entry: Entry, to: readonly Target[], { elder, place }: Names): Telling[] {
  const minutes = Math.round((entry.at.getTime() - incident.raisedAt.getTime()) / 60_000);
  const said = { channels: loud, title: w.late(place), body: w.lateBody(elder, minutes), urgent: true };
  return [
    { ...said, to },
    { ...said, to: 'leader' },
  ];
}

function checkDue(incident: StoredIncident, { elder, place }: Names): Telling[] {
  const steps = incident.noAnswerSince
    ? checkSteps(incident.noAnswerSince.getTime(), checkedOf(incident))
    : checkSteps(0, []);
  const now = steps.find(({ state }) => state === 'now')?.check ?? 'ring';
  const said = {
    channels: loud,
    title: w.check(place),
    body: w.checkBody(elder, checks[now].label),
    urgent: true,
  };
  return [
    { ...said, to: 'leader' },
    { ...said, to: ['onDuty', 'communityHead'] },
  ];
}

/** A further press is told once a minute: whoever is rung for each of them cannot be rung for the next house. */
const pressPauseMs = 60_000;

/** Whether this press is told: the first since somebody did something, and then each minute's first. */
function isToldPress({ history }: StoredIncident, seq: number): boolean {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTold = false;
  for (const { move, at } of history.slice(0, seq)) {
    isTold = move === 'pressAgain' && at.getTime() - toldAt >= pressPauseMs;
    if (isTold || move === 'raise') toldAt = at.getTime();
    else if (move !== 'pressAgain' && moveRow(move).by === 'person') toldAt = Number.NEGATIVE_INFINITY;
  }
  return isTold;
}

/** What one entry of the history makes known. Pure: a second run tells the same. */
export function tellingsOf(incident: StoredIncident, seq: number, names: Names): Telling[] {
  const entry = incident.history[seq - 1]!;
  const { elder, place } = names;
  const who = entry.by.name;
  const news = (to: Telling['to'], title: string, body: string): Telling => ({
    ...{ to, channels: quiet, title, body, urgent: false },
  });
  const toFamily = (title: string, body: string): Telling => ({
    ...{ to: ['family'], channels: quiet, title, body, urgent: false },
  });
  switch (entry.move) {
    case 'raise':
      return incident.ladder.family.length
        ? [
            {
              ...{ to: ['family'], channels: incident.ladder.family, title: w.family, body: w.familyBody(elder) },
              urgent: true,
            },
          ]
        : [];
    case 'call': {
      const { call, channels } = rungAt(incident.ladder, entry.rung ?? 0);
      return [{ to: call, channels, title: w.alarm(place), body: w.alarmBody(elder), urgent: true }];
    }
    case 'pressAgain': {
      if (!isToldPress(incident, seq)) return [];
      const said = { channels: loud, title: w.pressed(place), body: w.pressedBody(elder), urgent: true };
      return leaderOf(incident) ? [{ ...said, to: 'responders' }] : [{ ...said, to: ['onDuty'] }];
    }
    case 'saysFine':
      return [
        { to: 'responders', channels: loud, title: w.fine(place), body: w.fineBody(elder), urgent: true },
        { to: ['onDuty'], channels: quiet, title: w.fine(place), body: w.fineBody(elder), urgent: true },
      ];
    case 'acknowledge':
    case 'setOut':
    case 'takeLead':
      return [
        news('called', w.taken(who), w.takenBody(elder, who)),
        toFamily(w.familyTaken(who), w.familyTakenBody(elder, who)),
        news('side', w.familyTaken(who), w.familyTakenBody(elder, who)),
      ];
    case 'arrive':
      return [toFamily(w.arrived(elder), w.arrivedBody(who)), news('responders', w.arrived(elder), w.arrivedBody(who))];
    case 'handOver':
      return [
        toFamily(w.handedOver(elder, handOvers[entry.said.to ?? '120']), w.handedOverBody),
        news(['communityHead'], w.handedOver(elder, handOvers[entry.said.to ?? '120']), w.handedOverBody),
      ];
    case 'handle': {
      const proof = `${proofs[entry.said.proof ?? 'saw']}（${entry.said.proofBy ?? who}）`;
      return [toFamily(w.ended(elder), w.endedBody(proof)), news('responders', w.ended(elder), w.endedBody(proof))];
    }
    case 'falseAlarm':
      return [toFamily(w.falseAlarm(elder), ''), news('responders', w.falseAlarm(elder), '')];
    case 'endDrill':
      return [
        news('called', w.drillEnded, w.drillEndedBody),
        toFamily(w.drillEnded, w.drillEndedBody),
        news('responders', w.drillEnded, w.drillEndedBody),
      ];
    case 'ringAgain':
      return stalled(incident, names);
    case 'warnLate':
      return lateness(incident, entry, ['onDuty', 'communityHead'], names);
    case 'warnLimit':
      return lateness(incident, entry, ['communityHead', 'dutyLeader'], names);
    case 'cannotEnter':
      return [
        {
          ...{ to: ['keyHolders', 'communityHead'], channels: loud, title: w.check(place) },
          ...{ body: w.checkBody(elder, '进不了门，请带钥匙来'), urgent: true },
        },
      ];
    case 'checkDue':
      return checkDue(incident, names);
    case 'remindFollow':
      return [news(['onDuty', 'responsible'], w.follow(elder), w.followBody)];
    case 'remindReport':
      return [news(['communityHead'], w.report(elder), w.reportBody)];
    default:
      return [];
  }
}

/** One telling as messages; their ids come from the entry and the person, so a second run makes none new. */
export function messagesFor(
  incident: StoredIncident,
  seq: number,
  telling: Telling,
  people: readonly Callee[],
  codeOf: (incidentId: string, key: string) => string,
): MessageToSend[] {
  const entry = incident.history[seq - 1]!;
  const { drill, streetId, elderId, _id } = incident;
  const mark = drill ? w.drill : '';
  return people.map((one) => {
    const channels = telling.channels.filter((channel) => one.accountId || (channel !== 'app' && channel !== 'wechat'));
    // Somebody known by a number only is reached by it, whatever the step says.
    const ways: ChannelName[] = channels.length ? channels : ['sms'];
    return {
      id: `${_id}:${seq}:${one.key}`,
      ...{ streetId, incidentId: _id, house: elderId, at: entry.at },
      kind: telling.urgent ? (drill ? 'drill' : 'alarm') : 'reminder',
      to: { accountId: one.accountId, role: one.role, name: one.name, phone: one.phone },
      channels: ways,
      otherwise: telling.urgent ? (['sms', 'voice'] as const).filter((channel) => !ways.includes(channel)) : [],
      title: `${mark}${telling.title}`,
      body: `${mark}${telling.body}`,
      code: telling.urgent ? codeOf(_id, one.key) : null,
    } satisfies MessageToSend;
  });
}

/** As somebody may read her who has not answered yet. */
export const namesFor = (incident: StoredIncident, place: string): Names => ({
  elder: maskName(incident.elderName),
  place,
});
