import { expect, it } from 'vitest';
import { inSight, openJourney } from '../support/journey.ts';

const journey = await openJourney();
const { persona, signedIn } = journey;
const desk = { width: 1280, height: 800 };

it('lets the street office find who did what, and narrow it to one person', async () => {
  const worker = await persona('刘芳');
  const { accountId } = await worker.client.accounts.me();
  await worker.client.accounts.rename({ name: '刘芳' });
  const office = await signedIn(await persona('何静'), desk);
  await office.tap('to-audit');
  await office.sees('操作记录', '刘芳', '网格员', '何静', '街道', '已完成');

  const [row] = (await journey.as((await persona('何静')).token).office.audit({ accountId, limit: 1 })).items;
  await office.tap(`who-${row!.seq}`);
  await office.sees('只看：刘芳');
  await expect.poll(() => inSight(office.page.locator('.w-table:visible'))).not.toContain('何静');

  await office.choose('outcome', '结果不明');
  await office.sees('没有符合条件的记录。');
  await office.choose('outcome', '全部结果');
  await office.tap('only-person');
  await office.sees('何静');
});

it('takes a day as it is typed, and says when it cannot', async () => {
  const office = await signedIn(await persona('何静'));
  await office.tap('to-audit');
  await office.choose('period', '自己填日期');
  await office.type('day-from', '五月');
  await office.sees('请填年月日，例如 2026-05-01');
  await office.type('day-from', '2031.1.1');
  await office.seesNot('请填年月日，例如');
  await office.sees('没有符合条件的记录。');
  await office.type('day-from', '2020-01-01');
  await office.sees('何静');
});
