import { expect, it } from 'vitest';
import { desktop } from '../support/browser.ts';
import { minute, openJourney } from '../support/journey.ts';
import { elderMode, faultsOf } from '../support/screens.ts';

const journey = await openJourney();
const { person, forward } = journey;

it('calls the roll: the office starts, people answer by one tap, the unanswered go up', async () => {
  const office = await person('office', desktop);
  await office.tap('to-roll-calls');
  await office.sees('开始一次点名', '还没有点过名。');
  await office.tap('reason-heat');
  await office.tap('risk-red');
  await office.tap('look');
  await office.sees(/在家的老人 \d+ 位/);
  await office.tap('start-roll-call');
  await office.sees(/给 \d+ 位老人点名？/);
  await office.tap('dialog-0');
  await office.sees('高温 点名');
  await journey.drain();
  await office.page.reload();
  await office.sees('正在点名', '水西里社区');

  // The mother reads that she is asked after, and her paired volunteer has her on her list.
  const mother = await person('mother');
  await mother.sees('高温，社区在点名', '我平安');
  const volunteer = await person('trainedVolunteer');
  await volunteer.sees(/高温点名：\d+ 位等您看/);
  await volunteer.tapWords('看到以后点一下就好');
  await volunteer.sees('点名名单', '王秀兰', '看到了，平安', '没找到人', '有人在去了', '需要帮助');
  expect(await faultsOf(volunteer.page, elderMode)).toEqual([]);
  const mine = volunteer.page.locator('[id^="safe-"]:visible');
  const rowId = ((await mine.first().getAttribute('id')) ?? '').replace('safe-', '');
  await volunteer.tap(`door-${rowId}`);
  await volunteer.sees('门牌：');
  const before = await mine.count();
  await volunteer.tap(`safe-${rowId}`);
  await volunteer.sees('看过的', '点错了，收回');
  expect(await mine.count()).toBe(before - 1);
  await volunteer.tap(`undo-${rowId}`);
  await volunteer.has(`safe-${rowId}`);
  await volunteer.tap(`safe-${rowId}`);
  await volunteer.sees('点错了，收回');

  // The old person reads that it is known; the office sees it, and who is left.
  await mother.restart();
  await mother.sees('已经知道了：看到了，平安');
  await office.page.reload();
  await office.sees('平安', '还没有着落');
  const safe = office.at('figure-safe');
  await expect.poll(async () => Number(((await safe.innerText()).match(/\d+/) ?? ['0'])[0])).toBe(1);

  // Half an hour of silence: those behind are asked, and at last it is an alarm.
  await forward(10 * minute);
  await forward(10 * minute);
  await forward(10 * minute);
  await journey.drain();
  const later = await person('office', desktop);
  await later.tap('to-roll-calls');
  await later.page.locator('[id^="open-"]:visible').first().tap();
  await later.sees('没联系上');
  await later.tap('figure-notReached');
  await later.sees('没有回应，转紧急求助', '看求助');

  // It is closed with a reason, and the report is there to be copied.
  await later.tap('close-roll-call');
  await later.type('reason', '气温降了');
  await later.tap('reason-send');
  await later.sees('点名总结', '高温点名总结', '气温降了', '谁回了');
  await journey.drain();
  await volunteer.restart();
  await volunteer.sees('可以接的单');
  await volunteer.seesNot('高温点名');
});
