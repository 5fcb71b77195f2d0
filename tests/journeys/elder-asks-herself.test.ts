import { expect, it } from 'vitest';
import { hour, minute, openJourney } from '../support/journey.ts';
import { residentRules } from '../support/screen-checks.ts';
import { faultsOf } from '../support/screens.ts';

const journey = await openJourney();
const { person, persona, forward } = journey;

it('asks in three taps and the kind, reads what comes, and takes it back', async () => {
  const mother = await person('mother');
  await mother.sees('王秀兰，上午好');
  await mother.tap('ask');
  await mother.tap('kind-helpUrgent');
  await mother.tap('when-2026-05-06-pm');
  await mother.tap('send-ask');
  await mother.sees('已经告诉社区了', '今天 14:00 到 17:00', '有人接了，会告诉您是谁来。', '做完后，请您确认一下。');
  expect(mother.taps).toBeLessThanOrEqual(3 + 1);
  expect(await faultsOf(mother.page, residentRules)).toEqual([]);

  await mother.tap('undo');
  await mother.sees('取消这次求助？');
  await mother.tap('dialog-0');
  await mother.sees('已取消。', '王秀兰，上午好');
  const { items } = await (await persona('王秀兰')).client.companion.mine({ state: 'past', limit: 1 });
  expect(items).toMatchObject([{ kind: 'helpUrgent', status: 'cancelled' }]);
});

it('is told who comes, and confirms when it is done', async () => {
  const mother = await person('mother');
  await mother.tap('ask');
  await mother.tap('kind-sendPolicy');
  await mother.tap('when-2026-05-06-pm');
  await mother.tap('send-ask');
  await mother.sees('已经告诉社区了');
  const [worker, volunteer, self] = [await persona('刘芳'), await persona('李志强'), await persona('王秀兰')];
  const { items } = await self.client.companion.mine({ state: 'current', limit: 50 });
  const taskId = items.find(({ kind, status }) => kind === 'sendPolicy' && status === 'asked')?.id ?? '';
  await worker.client.companion.open({ taskId, note: '' });
  await volunteer.client.companion.claim({ taskId });

  await mother.restart();
  const card = mother.page.locator(`.w-card:has([id="task-${taskId}"]):visible`);
  await card.getByText('李志强 会来').waitFor();
  expect(await card.getByText('打电话给李志强').count()).toBe(1);

  await forward(6 * hour);
  await volunteer.client.companion.start({ taskId, at: journey.clock().toISOString() });
  await forward(40 * minute);
  const finished = { taskId, at: journey.clock().toISOString(), did: '讲了助餐补贴', noticed: '', concern: '' };
  await volunteer.client.companion.finish(finished);
  await mother.restart();
  await mother.sees('李志强 来过');
  await mother.tap(`confirm-${taskId}`);
  await mother.sees('服务已经做好了？');
  await mother.tap('reason-send');
  await mother.sees('已确认，谢谢。');
  expect(await self.client.companion.read({ taskId })).toMatchObject({ status: 'confirmed', minutes: 40 });
});

it('sees who acted for her, and can take the right back', async () => {
  const mother = await person('mother');
  await mother.tap('acts');
  await mother.sees('谁可以替我办事', '女儿 周敏', '替我办过的事', /周敏 \S+/);
  const { items } = await (await persona('王秀兰')).client.registry.listGrants();
  await mother.tap(`end-${items.find(({ state }) => state === 'active')?.id}`);
  await mother.sees('不让女儿 周敏替您办事了？');
  await mother.tap('dialog-0');
  await mother.sees('已收回。', '现在没有家人替您办事。');

  const daughter = await person('daughter');
  await daughter.sees('还没有可以替办事的老人。');
});
