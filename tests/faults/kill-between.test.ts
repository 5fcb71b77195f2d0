import path from 'node:path';
import { Unreachable } from '@wubian/shared/client.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/engine.ts';
import { launchServer, type ServerProcess } from '../support/server-process.ts';
import { aTaskId, type Cast, doAct, expectToldOnce, settled, signInCast, stored, tell } from './story.ts';

const support = (name: string) => path.join(import.meta.dirname, '../support', name);
const dataDir = testFolder();
let server: ServerProcess | undefined;
let url = '';
let cast: Cast;

async function start(script?: string): Promise<void> {
  await server?.kill();
  server = launchServer(dataDir, {}, script);
  url = await server.url;
}

beforeAll(async () => {
  await start(support('server-without-jobs.ts'));
  cast = await signInCast(() => url);
});

describe('kill -9', () => {
  it('before any worker has run loses nothing of what must follow', async () => {
    const taskIds = [aTaskId(), aTaskId(), aTaskId()];
    for (const taskId of taskIds) await tell(cast, taskId);
    const before = await stored(dataDir, taskIds);
    expect(before.tasks.map(({ status, handledSeq }) => ({ status, handledSeq }))).toEqual(
      taskIds.map(() => ({ status: 'confirmed', handledSeq: 0 })),
    );
    expect([...before.notices, ...before.ledger]).toEqual([]);
    await server!.kill();

    await start();
    await settled(dataDir, taskIds);
    await expectToldOnce(dataDir, taskIds);
  });

  it('at every place between an act and the end of what follows from it leaves each thing once', async () => {
    const moments = [
      'before the move is written',
      'between move and answer',
      'between move and ledger',
      'between ledger and notices',
      'amid the notices',
      'between the notices and their mark',
    ];
    const taskIds: string[] = [];
    for (const moment of moments) {
      await start(support('server-that-dies.ts'));
      const taskId = aTaskId();
      taskIds.push(taskId);
      await tell(cast, taskId, 'finish');
      await settled(dataDir, [taskId]);
      const armed = new Promise((resolve) => server!.child.once('message', resolve));
      server!.child.send({ moment, taskId });
      await armed;
      await doAct(cast, taskId, 'confirm').catch((error) => expect(error).toBeInstanceOf(Unreachable));
      expect(await server!.ended, moment).toEqual({ code: null, signal: 'SIGKILL' });
    }

    await start();
    // Who got no answer asks again; who got one may, without harm.
    for (const taskId of taskIds) await doAct(cast, taskId, 'confirm');
    await settled(dataDir, taskIds);
    await expectToldOnce(dataDir, taskIds);
  });
});
