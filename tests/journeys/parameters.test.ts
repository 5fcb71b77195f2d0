import { expect, it } from 'vitest';
import { demoStreet } from '../../server/demo/areas.ts';
import { openJourney } from '../support/journey.ts';

const journey = await openJourney();
const desk = { width: 1280, height: 800 };

it('lets the office plan a value, see it beside the one in force, and take it back', async () => {
  const office = await journey.person('office', desk);
  await office.tap('to-rules');
  await office.tap('parameter-staleAfterMonths');
  await office.sees('6 个月', '还没有改过，现在用的是默认值。');

  await office.type('value', '９９');
  await office.tap('day-other');
  await office.type('first-day', '六月一日');
  await office.tap('save-parameter');
  await office.sees('不能大于 36', '请按 2027年1月1日 的样子填写', '请写明原因');

  await office.type('value', '９');
  await office.type('first-day', '2026年6月1日');
  await office.type('reason', '例会决定');
  await office.tap('save-parameter');
  await office.sees('2026年6月1日起：6 个月 改为 9 个月');
  await office.tap('dialog-0');
  await office.sees('已保存，2026年6月1日起生效。', '还没开始', '例会决定');
  expect(await journey.streets.parameter(demoStreet.id, 'staleAfterMonths', '2026-06-01')).toBe(9);

  await office.tapWords('收回');
  await office.type('reason', '再议');
  await office.tap('reason-send');
  await office.sees('已收回', '何静收回：再议');
  expect(await journey.streets.parameter(demoStreet.id, 'staleAfterMonths', '2026-06-01')).toBe(6);
});

it('brings the street’s own order and words to the old people from the day on', async () => {
  const office = await journey.person('office', desk);
  await office.tap('to-catalogue');
  await office.tap('down-helpMeal');
  await office.tap('edit-helpClean');
  await office.type('label-helpClean', '上门打扫');
  await office.tap('offer-sendCulture');
  await office.type('reason', '街道会议确定');
  await office.tap('save-catalogue');
  await office.sees('提供 14 项 改为 提供 13 项，不提供：送文化');
  await office.tap('dialog-0');
  await office.sees('已保存，今天起生效。', '正在用');

  const { items } = await (await journey.persona('王秀兰')).client.companion.catalogue();
  expect(items.slice(0, 2).map(({ label }) => label)).toEqual(['上门打扫', '助餐']);
  const mother = await journey.person('mother');
  await mother.tap('ask');
  await mother.sees('上门打扫', '助餐');
  await mother.seesNot('送文化');
});
