import { addDays, dayOf } from '@wubian/shared/time.ts';
import { expect, it } from 'vitest';
import { openJourney, type Person } from '../support/journey.ts';

const journey = await openJourney();
const daughter = await journey.persona('周敏');
const worker = await journey.persona('刘芳');
const head = await journey.persona('孙建国');
const elderId = (await daughter.client.registry.myElders()).items[0]!.id;
const today = dayOf(journey.clock());

async function open(she: Person, page: string) {
  await she.page.goto('about:blank');
  await she.page.goto(`${journey.url}/#/packages/${page}`);
}
/** For the documents; only when asked for. */
const shot = async (she: Person, name: string) => {
  const to = process.env.SHOTS;
  if (to) await she.page.screenshot({ path: `${to}/${name}.png`, fullPage: true });
};

it('a worker writes down a stay in hospital, sees what follows, and changes the day of return', async () => {
  const she = await journey.signedIn(worker);
  await open(she, `worker/elder/index?id=${elderId}`);
  await she.sees('王秀兰', '在册');
  await shot(she, 'file');
  await she.tap('life');
  await she.sees('发生了什么', '还没有变动');
  await she.tap('life-next');
  await she.sees('请选发生了什么', '请写明依据');
  await she.tap('life-move-toHospital');
  await she.choose('life-until', { value: addDays(today, 10) });
  await she.type('life-why', '女儿来电，骨折住院');
  await shot(she, 'form');
  await she.tap('life-next');
  await she.sees('登记住院', '未完成的求助', '会自动改回“在册”', '要由另一位工作人员确认');
  await shot(she, 'check');
  await she.tap('life-go');
  await she.sees('王秀兰 · 住院', '预计 5月16日 周六 回家', '刘芳：女儿来电，骨折住院');
  await she.tap('life-return');
  await she.choose('life-until', { value: addDays(today, 20) });
  await she.type('return-why', '医生说要再住十天');
  await she.tap('return-go');
  await she.sees('预计 5月26日 周二 回家');
  await shot(she, 'away');

  const family = await journey.signedIn(daughter);
  await family.sees('王秀兰', '住院，预计 5月26日 周二 回家');
  await shot(family, 'family-away');
});

it('a death is written down quietly, her family reads on, and two people take a mistake back', async () => {
  const she = await journey.signedIn(worker);
  await open(she, `worker/elderLife/index?id=${elderId}`);
  await she.tap('life-move-die');
  await she.type('life-why', '女儿来电');
  await she.tap('life-next');
  await she.sees('登记去世', '老人和家属不会收到任何通知', '家属还能看到以前的记录');
  await shot(she, 'death');
  await she.tap('life-go');
  await she.sees('王秀兰 · 去世');
  await journey.drain();

  const family = await journey.signedIn(daughter);
  await family.sees('王秀兰', '以前的记录都保留');
  await family.hasNot('ask');
  await family.seesNot('去世', '请确认', '满意', '生日', '住院');
  await shot(family, 'family-quiet');

  await she.tap('life-undo');
  await she.type('reason', '认错了人，同名');
  await she.tap('reason-send');
  await she.sees('有撤销申请等确认', '需要另一位工作人员确认');
  await shot(she, 'undo-asked');

  const he = await journey.signedIn(head);
  await he.sees('等您确认的撤销', '刘芳申请撤销“去世”，改回“住院”。');
  await shot(he, 'desk');
  await he.tap(`undo-yes-${elderId}`);
  await he.tap('dialog-0');
  await he.sees('已撤销');
  expect(await worker.client.registry.readElder({ elderId })).toMatchObject({
    status: 'inHospital',
    statusUntil: addDays(today, 20),
  });
  await open(she, `worker/elderLife/index?id=${elderId}`);
  await she.sees('王秀兰 · 住院', '去世（已撤销）', '孙建国');
  await shot(she, 'after-undo');
});
