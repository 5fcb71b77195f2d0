import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { choices } from '../../server/demo/random.ts';
import { testFolder } from '../support/engine.ts';
import { enginePid, launchServer, type ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { type Act, aTaskId, type Cast, expectToldOnce, settled, signInCast, stored, tell } from './story.ts';

const rounds = 12;
/** Stories told at once, by as many phones as would be busy in a small community. */
const side = 4;

const dataDir = testFolder();
let server: ServerProcess;
let url = '';
let cast: Cast;

async function start(): Promise<void> {
  server = launchServer(dataDir);
  url = await server.url;
}

beforeAll(async () => {
  await start();
  cast = await signInCast(() => url);
});

it(`${rounds} kills at any moment of a stream of moves lose no acknowledged move and double nothing`, async () => {
  const acknowledged = new Map<string, Act[]>();
  let count = 0;
  let over = false;
  const oneAfterTheOther = async () => {
    while (!over) {
      const taskId = aTaskId();
      const mine: Act[] = [];
      acknowledged.set(taskId, mine);
      await tell(cast, taskId, 'confirm', (act) => {
        mine.push(act);
        count++;
      });
    }
  };
  const telling = Promise.all(Array.from({ length: side }, oneAfterTheOther)).finally(() => {
    over = true;
  });

  const choose = choices(20_260_506);
  for (let round = 1; round <= rounds; round++) {
    const enough = count + choose.between(3, 20);
    await until('the stream of moves goes on', () => over || count >= enough);
    await wait(choose.between(0, 20));
    // In every third round the machine dies: engine and server together.
    const engine = round % 3 === 0 ? enginePid(dataDir) : null;
    const gone = server.kill();
    if (engine !== null) process.kill(engine, 'SIGKILL');
    await gone;

    // Stories in the middle of their way: what was acknowledged is there, in its order, before anyone tries again.
    const before = new Map([...acknowledged].map(([taskId, mine]) => [taskId, [...mine]]));
    await start();
    const { tasks } = await stored(dataDir, [...before.keys()]);
    for (const [taskId, mine] of before) {
      const history = tasks.find(({ _id }) => _id === taskId)?.history ?? [];
      expect(history.map(({ move }) => move).slice(0, mine.length)).toEqual(mine);
    }
  }

  over = true;
  await telling;
  const taskIds = [...acknowledged.keys()];
  expect(taskIds.length).toBeGreaterThan(side);
  await settled(dataDir, taskIds);
  await expectToldOnce(dataDir, taskIds);
});
