import { setTimeout as wait } from 'node:timers/promises';
import { Unreachable } from '@wubian/shared/client.ts';
import { systemClock as clock } from '../../../server/clock.ts';
import { choices } from '../../../server/demo/random.ts';
import type { StoredIncident } from '../../../server/response/incidents/stored-incident.ts';
import { openStore } from '../../../server/store/connect.ts';
import { newId } from '../../../server/store/ids.ts';
import { persist } from '../../support/over-http.ts';
import { smsStandIn } from '../../support/sms-stand-in.ts';
import { startProcesses } from './processes.ts';
import { fillTown } from './town.ts';
import { type Evidence, judge, type StoredText, standing, summary, type Verdict } from './verdict.ts';

export interface FaultRun {
  alarms: number;
  /** How many are open at once. */
  open: number;
  /** Pause between two kills in seconds: from, to. */
  pause: readonly [number, number];
  seed: number;
  say: (line: string) => void;
}

export interface FaultReport {
  summary: string;
  verdict: Verdict;
  kills: { servers: number; engine: number };
}

/** The engine's keeper gives up after five deaths in a row, each within a minute of the last start. */
const ENGINE_PAUSE_MS = 65_000;
const SETTLE_MS = 180_000;

/** How long the user waits for an answer, in ms: at once, after the second step, or after the third. */
const patience = ({ between, chance }: ReturnType<typeof choices>): number =>
  chance(30) ? between(500, 5_000) : chance(85) ? between(20_500, 26_000) : between(40_500, 45_000);

/** Goes on as long as it takes: the user does not give up either. */
async function untilAnswered<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await persist(act);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }
}

/** Raises alarms and answers them while servers and engine are killed at random, and judges what is stored. */
export async function runAlarms({ alarms, open, pause, seed, say }: FaultRun): Promise<FaultReport> {
  const choose = choices(seed);
  const sms = await smsStandIn(clock);
  const processes = await startProcesses(
    {
      ...{
        SMS_ACCESS_KEY_ID: sms.accessKeyId,
        SMS_ACCESS_KEY_SECRET: sms.accessKeySecret,
        SMS_SIGN_NAME: sms.signName,
      },
      ...{ SMS_TEMPLATE_CODE: sms.templateCode, SMS_ENDPOINT: sms.endpoint, SMS_ALARM_TEMPLATE: sms.notices.alarm },
      ...{ SMS_NOTICE_TEMPLATE: sms.notices.notice },
    },
    say,
  );
  try {
    let turn = 0;
    // An elder's key-holder may get 50 texts a day.
    const count = Math.max(open * 2, Math.ceil(alarms / 10));
    say(`two servers stand; ${count} elders move in`);
    const { elderIds, worker } = await fillTown(() => processes.url(turn++), count);

    const acknowledged: string[] = [];
    const kills = { servers: 0, engine: 0 };
    let raised = 0;
    let ended = 0;
    let over = false;

    async function oneAlarm(elderId: string): Promise<void> {
      const id = newId(clock());
      const { incidentId } = await untilAnswered(() => worker.response.raise({ id, elderId }));
      acknowledged.push(id);
      if (incidentId !== id) throw new Error(`the alarm ${id} was taken for ${incidentId}`);
      await wait(patience(choose));
      const [ackId, handleId] = [newId(clock()), newId(clock())];
      await untilAnswered(() => worker.response.act({ incidentId, id: ackId, move: 'acknowledge' }));
      const proof = { proof: 'saw' as const, proofBy: '刘芳', outcome: 'helped' as const };
      await untilAnswered(() => worker.response.act({ incidentId, id: handleId, move: 'handle', ...proof }));
      if (++ended % Math.ceil(alarms / 20) === 0)
        say(`${ended} of ${alarms} alarms; killed: servers ${kills.servers}, engine ${kills.engine}`);
    }
    async function line(): Promise<void> {
      while (raised < alarms) {
        raised++;
        const elderId = elderIds.shift()!;
        await oneAlarm(elderId);
        elderIds.push(elderId);
      }
    }
    async function killNowAndThen(): Promise<void> {
      let engineAt = performance.now() - ENGINE_PAUSE_MS;
      while (!over) {
        await wait(choose.between(pause[0] * 1_000, pause[1] * 1_000));
        // Now and then one more dies before the last one is back; else nothing would ever stand on a busy machine.
        while (!over && !processes.allStand() && !choose.chance(2)) await wait(200);
        if (over) return;
        if (performance.now() - engineAt >= ENGINE_PAUSE_MS && choose.chance(50)) {
          engineAt = performance.now();
          kills.engine++;
          processes.killEngine();
        } else {
          kills.servers++;
          await processes.killServer(choose.between(0, 1));
        }
      }
    }
    const killing = killNowAndThen();
    await Promise.all(Array.from({ length: Math.min(open, alarms) }, line));
    over = true;
    await killing;

    say('all are answered; waiting until every message has gone');
    const store = await openStore({ dataDir: '', clock, mongodbUri: processes.uri });
    try {
      const db = store.connection.db!;
      const due = { $gt: new Date(0) };
      const waiting = async () =>
        (await db.collection('incidents').countDocuments({ outboxDue: due })) +
        (await db.collection('messages').countDocuments({ dueAt: due }));
      const until = performance.now() + SETTLE_MS;
      while ((await waiting()) > 0 && performance.now() < until) await wait(200);
      const evidence: Evidence = {
        acknowledged,
        incidents: (await db.collection('incidents').find().toArray()) as unknown as StoredIncident[],
        texts: (await db.collection('messages').find().toArray()) as unknown as StoredText[],
        handed: sms.texts,
        gaps: [...processes.gaps],
      };
      const verdict = judge(evidence);
      const { delays } = verdict;
      const at = (part: number) => delays[Math.floor((delays.length - 1) * part)] ?? 0;
      const away = evidence.gaps.slice(1).reduce((sum, { from, to }) => sum + to - from, 0);
      say(`killed: servers ${kills.servers} times, engine ${kills.engine} times; nobody stood for ${away} ms in all`);
      say(`${delays.length} next steps, late by ${at(0.5)} ms (half), ${at(0.99)} ms (99 of 100), ${at(1)} ms (most)`);
      say(`messages: ${standing(evidence.texts)}`);
      for (const faults of [verdict.lost, verdict.doubled, verdict.late])
        for (const one of faults.slice(0, 10)) say(`  ${one}`);
      return { summary: summary(raised, evidence, verdict), verdict, kills };
    } finally {
      await store.close();
    }
  } finally {
    await processes.stop();
    sms.close();
  }
}
