import { expect, it } from 'vitest';
import { openJourney, type Person } from '../support/journey.ts';

const journey = await openJourney();

it('gives the card to one of two who tap at once; the other is told and shown the next', async () => {
  const [first, second] = [await journey.person('volunteer'), await journey.person('trainedVolunteer')];
  const { items } = await (await journey.persona('李志强')).client.companion.openTasks({ limit: 20 });
  const taskId = items[0]?.id ?? '';
  for (const one of [first, second]) {
    await one.tap(`claim-${taskId}`);
    await one.sees('接下这一单？');
  }
  await Promise.all([first.tap('dialog-0'), second.tap('dialog-0')]);

  const outcome = async (one: Person): Promise<string> => {
    await one.sees(/接单成功|慢了一步/);
    return (await one.text()).includes('接单成功') ? 'got it' : 'came too late';
  };
  const outcomes = [await outcome(first), await outcome(second)];
  expect([...outcomes].sort()).toEqual(['came too late', 'got it']);
  const [winner, loser] = outcomes[0] === 'got it' ? [first, second] : [second, first];
  await winner.sees('已有志愿者接单', '联系电话');

  await loser.sees('慢了一步，别人接走了', '还有别的老人在等。');
  await loser.tap('dialog-0');
  await loser.has('claim');
  await loser.sees('求助详情', '等志愿者接单', '接单后可见详细地址');
  expect(loser.page.url()).not.toContain(taskId);

  const task = await (await journey.persona('刘芳')).client.companion.read({ taskId });
  expect(task.history.filter(({ move }) => move === 'claim')).toHaveLength(1);
  expect(task.volunteer?.name).toBe(winner === first ? '李志强' : '陈晓芳');
});
