import path from 'node:path';
import type { WubianApi } from '@wubian/shared/api.ts';
import { type Client, Unreachable } from '@wubian/shared/client.ts';
import type { LifeMove, LifeStatus } from '@wubian/shared/registry/life.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, expect, it } from 'vitest';
import { testFolder } from '../support/engine.ts';
import { persist, signInAs } from '../support/over-http.ts';
import { launchServer, lookInto, type ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { aTaskId, type Cast, settled, signInCast, stored, tell } from './story.ts';

const dying = path.join(import.meta.dirname, '../support/server-that-dies.ts');
const dataDir = testFolder();
let server: ServerProcess | undefined;
let url = '';
let cast: Cast;
let head: Client<WubianApi>;

async function start(script?: string): Promise<void> {
  await server?.kill();
  server = launchServer(dataDir, {}, script);
  url = await server.url;
}

beforeAll(async () => {
  await start();
  cast = await signInCast(() => url);
  head = (await signInAs(() => url, '孙建国')).client;
});

const today = () => dayOf(new Date());
const move = (id: string, act: LifeMove, seen: LifeStatus) =>
  head.registry.moveLife({
    ...{ elderId: cast.motherId, id, seen, move: act, on: today(), why: '女儿来电' },
    ...(act === 'toHospital' && { until: addDays(today(), 30) }),
  });
const file = () =>
  lookInto(dataDir, async (db) => (await db.collection('elders').findOne({ _id: cast.motherId as never }))!);
const followed = () => until('the life is followed', async () => !(await file()).lifeDue);
const toldOfHospital = () =>
  lookInto(dataDir, (db) => db.collection('notices').countDocuments({ title: '老人住院', body: /王秀兰/ }));

it('kill -9 at every place between a move and the end of what follows leaves each thing once', async () => {
  const moments = [
    ['before the life is written', 'elder'],
    ['between life and what follows', 'elder'],
    ['before the visit is stopped', 'visit'],
    ['between two stops', 'visit'],
    ['before the life is marked', 'elder'],
  ] as const;
  const rounds: number[] = [];
  for (const [moment, whose] of moments) {
    await start(dying);
    const visits = [aTaskId(), aTaskId(), aTaskId()];
    for (const [n, taskId] of visits.entries()) await tell(cast, taskId, (['ask', 'open', 'claim'] as const)[n]!);
    await settled(dataDir, visits);
    const before = await toldOfHospital();
    const armed = new Promise((resolve) => server!.child.once('message', resolve));
    server!.child.send({ moment, taskId: whose === 'elder' ? cast.motherId : visits[1] });
    await armed;
    const id = aTaskId();
    await move(id, 'toHospital', 'present').catch((error) => expect(error).toBeInstanceOf(Unreachable));
    expect(await server!.ended, moment).toEqual({ code: null, signal: 'SIGKILL' });

    await start();
    // What was written is followed by the job alone; what was not is asked for once more.
    await followed();
    await persist(() => move(id, 'toHospital', 'present'));
    await followed();
    await settled(dataDir, visits);
    const { tasks, notices } = await stored(dataDir, visits);
    expect(
      tasks.map(({ status }) => status),
      moment,
    ).toEqual(['cancelled', 'cancelled', 'cancelled']);
    for (const { history } of tasks) expect(history.filter(({ move: made }) => made === 'stopAway')).toHaveLength(1);
    const toVolunteer = notices.filter(({ title, role }) => title === '这次不用去了' && role === 'volunteer');
    expect(toVolunteer.map(({ taskId }) => taskId)).toEqual([visits[2]]);
    const { life, status } = await file();
    expect(life.filter((entry: { id: string }) => entry.id === id)).toHaveLength(1);
    expect(status).toBe('inHospital');
    rounds.push((await toldOfHospital()) - before);
    const home = aTaskId();
    await persist(() => move(home, 'comeBack', 'inHospital'));
  }
  expect(rounds[0]).toBeGreaterThan(0);
  expect(new Set(rounds).size).toBe(1);
});
