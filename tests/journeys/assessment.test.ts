import { itemCodes, maxOf } from '@wubian/shared/bedside/ability-items.ts';
import { expect, it } from 'vitest';
import { openJourney, type Person } from '../support/journey.ts';

const journey = await openJourney();
const mother = (await journey.persona('王秀兰')).client;
const elderId = (await mother.accounts.me()).active!.elderId!;
const worker = await journey.persona('刘芳');
const { bedside, registry } = worker.client;

const score = (she: Person, code: string, points: number) => she.tap(`${code.replace('.', '-')}-${points}`);
async function open(she: Person, page: 'assessments' | 'assess') {
  await she.page.goto('about:blank');
  await she.page.goto(`${journey.url}/#/packages/worker/${page}/index?elderId=${elderId}`);
}

it('an old person is assessed item by item, over an interruption, and her file takes the level', async () => {
  const she = await journey.signedIn(worker);
  await open(she, 'assessments');
  await she.sees('王秀兰的能力评估', '还没有国标评估结果', '该评估了');
  await she.tap('assess');
  await score(she, 'B1.1', 3);
  // The next item lies open by itself: one tap an item.
  await score(she, 'B1.2', 2);
  await she.sees('已评 2/26 项，合计 5 分');

  await she.tap('save-sheet');
  await she.sees('“洗澡”还没有评分', '请填评估原因', '请填评估机构');
  expect((await bedside.listAssessments({ elderId })).items).toEqual([]);

  // The phone is put away and taken up again: what was tapped is still there.
  await open(she, 'assess');
  await she.sees('上次没填完的还在', '已评 2/26 项，合计 5 分');
  for (const code of itemCodes.slice(2)) await score(she, code, Math.min(2, maxOf(code)));
  await she.sees('已评 26/26 项，合计 51 分', '总分 51 分，中度失能（2级）。');
  await she.tap('finding-dementia');
  await she.sees('因确诊痴呆，调整为重度失能（3级）。');
  await she.tap('reason-first');
  await she.type('assess-first', '赵评估');
  await she.type('assess-second', '钱评估');
  await she.type('assess-organisation', '友谊路街评估站');
  await she.tap('save-sheet');
  await she.sees('总分 51 分，中度失能（2级）。因确诊痴呆，调整为重度失能（3级）。');
  await she.tap('dialog-0');
  await she.sees('评估已保存');

  await open(she, 'assessments');
  await she.sees('重度失能（3级）', '现行', '51 分', '下次评估：2027-05-06', '赵评估、钱评估');
  const [result] = (await bedside.listAssessments({ elderId })).items;
  expect(result).toMatchObject({ total: 51, level: 3, effective: true, reason: 'first' });
  const held = (await registry.readElder({ elderId })).categories;
  expect(held.find(({ category }) => category === 'severelyDisabled')).toMatchObject({ holds: 'yes' });

  await she.tap('add-old');
  await she.tap('standard-old');
  await she.tap('level-1');
  await she.type('old-day', '2021.3.5');
  await she.type('old-organisation', '区评估中心');
  await she.tap('old-save');
  await she.sees('旧标准，不换算', '2021-03-05', '轻度失能（1级）');

  await she.tap(`void-${result!.id}`);
  await she.tap('void-look');
  await she.sees('请写明原因');
  await she.type('void-reason', '录错了人');
  await she.tap('void-look');
  await she.sees('作废后没有有效结果');
  await she.tap('void-yes');
  await she.sees('已作废', '刘芳 刚刚作废：录错了人', '还没有国标评估结果');
});

it('two falls within a month put an old person on the list of those to be assessed', async () => {
  const she = await journey.signedIn(worker);
  await open(she, 'assessments');
  for (const day of ['2026-04-20', '2026-05-05']) {
    await she.tap('add-event');
    await she.tap('event-fall');
    await she.type('event-day', day);
    await she.tap('event-save');
    await she.hasNot('event-save');
  }
  const why = '30 天内有 2 次照护风险事件（4月20日跌倒、5月5日跌倒），应即时评估。';
  await she.sees('已登记，该即时评估了', why);
  await she.page.goto(`${journey.url}/#/packages/worker/due/index`);
  await she.sees('该评估的老人', why);
  const [first] = (await bedside.dueAssessments({})).items;
  expect(first).toMatchObject({ elderId, name: '王秀兰' });
});
