import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/engine.ts';
import { engineUri, launchServer, lookInto } from '../support/server-process.ts';
import { aTaskId, expectToldOnce, settled, signInCast, stored, tell } from './story.ts';

describe('the program', () => {
  it('refuses a second start on its data in words, stops cleanly on SIGTERM, and has its data after that', async () => {
    const dataDir = testFolder();
    const first = launchServer(dataDir);
    const url = await first.url;

    const second = launchServer(dataDir);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(`数据目录 ${dataDir} 正被另一个五边程序使用（进程 ${first.child.pid}，启动于`);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    // The port: told in words, and the engine that it had started is gone with it.
    const PORT = new URL(url).port;
    const elsewhere = testFolder();
    const third = launchServer(elsewhere, { PORT, DEMO: '0' });
    expect(await third.ended).toEqual({ code: 1, signal: null });
    expect(third.output()).toContain(`端口 127.0.0.1:${PORT} 已被别的程序占用`);

    const cast = await signInCast(() => url);
    const taskIds = [aTaskId(), aTaskId()];
    for (const taskId of taskIds) await tell(cast, taskId, 'finish');
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.output()).toContain('已停止。');
    await expect(fetch(url)).rejects.toThrow();

    const again = launchServer(dataDir);
    const next = await again.url;
    expect((await stored(dataDir, taskIds)).tasks.map(({ status }) => status)).toEqual(['done', 'done']);
    // The same people are still signed in, and the story goes on where it stood.
    const later = await signInCast(() => next);
    for (const taskId of taskIds) await tell(later, taskId);
    await settled(dataDir, taskIds);
    await expectToldOnce(dataDir, taskIds);
  });

  it('says in words that no database answers at MONGODB_URI, without its password', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const server = launchServer(testFolder(), { MONGODB_URI: `mongodb://wubian:secret-word@127.0.0.1:${port}/wubian` });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.output()).toContain(`连不上 MONGODB_URI 指定的数据库 127.0.0.1:${port}：没有应答或地址不对`);
    expect(server.output()).not.toMatch(/secret-word|\n\s+at /);

    const typo = launchServer(testFolder(), { MONGODB_URI: 'localhost:27017' });
    expect(await typo.ended).toEqual({ code: 1, signal: null });
    expect(typo.output()).toContain('MONGODB_URI：要以 mongodb:// 或 mongodb+srv:// 开头');
  });
});

/** How many documents lie in each collection that the demo street fills. */
const counted = (dataDir: string, dbName?: string): Promise<Record<string, number>> =>
  lookInto(dataDir, async (connection) => {
    const db = dbName ? connection.getClient().db(dbName) : connection.db!;
    const people = ['accounts', 'roleAssignments', 'personas', 'elders', 'grants', 'volunteers'];
    const counts = [...people, 'streets', 'tasks', 'notices', 'ledger'].map(
      async (name) => [name, await db.collection(name).countDocuments({})] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  });

describe('two servers that start at once on a fresh database', () => {
  it('fill the demo street once, as one alone does', async () => {
    const dataDir = testFolder();
    // The engine is run by a third, which fills a street of its own: the measure of the two.
    const alone = launchServer(dataDir);
    await alone.url;
    const both = { MONGODB_URI: engineUri(dataDir).replace('/?', '/together?') };
    const servers = [launchServer(dataDir, both), launchServer(dataDir, both)];
    const urls = await Promise.all(servers.map(({ url }) => url));

    const inOneStreet = await counted(dataDir);
    expect(inOneStreet.tasks).toBeGreaterThan(20);
    expect(await counted(dataDir, 'together')).toEqual(inOneStreet);
    for (const url of urls) await signInCast(() => url);
  });
});
