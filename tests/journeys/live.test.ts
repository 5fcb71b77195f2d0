import { expect, it } from 'vitest';
import { openJourney } from '../support/journey.ts';

const journey = await openJourney();
const { person, persona, notices, clock } = journey;

let told = 0;
/** Something for the daughter to read, as any room tells it. */
async function tellDaughter(): Promise<void> {
  const { accountId } = await (await persona('周敏')).client.accounts.me();
  const [street] = await journey.streets.all();
  const id = `live-${++told}`;
  const about = { taskId: null, grantId: null, incidentId: null, urgent: false };
  const notice = { id, streetId: street!.id, accountId, role: 'family' as const, title: '测试消息', body: '看一下' };
  await notices.door.tell([{ ...notice, ...about, at: clock() }]);
}

it('counts a new notice while she looks, over the socket, and by asking when the socket is cut', async () => {
  const daughter = await person('daughter');
  const unread = async () => {
    await daughter.has('notices');
    const label = await daughter.at('notices').getAttribute('aria-label');
    return Number(/(\d+) 条未读/.exec(label ?? '')?.[1] ?? 0);
  };
  const waits = { timeout: 30_000 };
  // Without hints she would be told within a minute at the earliest.
  const frames: string[] = [];
  daughter.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await daughter.page.reload();
  await expect.poll(() => frames.some((frame) => frame.includes('"ready"')), waits).toBe(true);
  const before = await unread();

  await tellDaughter();
  await expect.poll(unread, waits).toBe(before + 1);
  expect(frames.filter((frame) => frame.includes('"notice"'))).toHaveLength(1);
  expect(frames.join()).not.toContain('测试');

  // The network goes; on its return only the socket stays away.
  await daughter.page.routeWebSocket('**/api/live', (socket) => socket.close());
  await daughter.context.setOffline(true);
  await tellDaughter();
  await daughter.context.setOffline(false);
  await expect.poll(unread, waits).toBe(before + 2);
  await tellDaughter();
  await expect.poll(unread, waits).toBe(before + 3);
  expect(frames.filter((frame) => frame.includes('"notice"'))).toHaveLength(1);
});
