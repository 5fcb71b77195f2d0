import { expect, it } from 'vitest';
import { openJourney } from '../support/journey.ts';

const journey = await openJourney();
const { person } = journey;
const desk = { width: 1280, height: 800 };

it('is worked at a desk: narrowed, walked by keyboard, read beside the table, changed for many after a preview', async () => {
  const office = await person('office', desk);
  await office.tap('to-elders');
  await office.sees(/共 \d+ 位/, '王秀兰');

  // Find her as people say her door, then by a condition that is kept under a name.
  await office.type('elder-q', '水韵园3-2-501');
  await office.sees('共 1 位', '王秀兰');
  await office.type('elder-q', '');
  await office.page.waitForSelector('.w-desk .w-risk--yellow, .w-desk .w-risk--orange');
  await office.tap('risk-red');
  await office.sees('存下这个条件');
  await office.tap('save-search');
  await office.type('search-name', '红色老人');
  await office.tap('search-save');
  await office.sees('删掉“红色老人”');
  await office.hasNot('search-name');
  await office.page.waitForFunction(
    () =>
      document.querySelector('.w-desk .w-risk--red') && !document.querySelector('.w-desk .w-risk:not(.w-risk--red)'),
  );

  // The keyboard walks the rows, picks one and opens the panel; no name is tapped.
  const { keyboard } = office.page;
  await office.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press(' ');
  await office.sees('已选 1 位');
  await keyboard.press('Enter');
  await office.has('panel-open');
  await office.sees('打开整份档案');
  await keyboard.press('Escape');
  await office.hasNot('panel-open');
  await office.tap('bulk-clear');

  // Many get one responsible worker, after a look at what would become of each.
  await office.tap('clear-filters');
  const shuixi = (await journey.streets.all())
    .flatMap(({ communities }) => communities)
    .find(({ name }) => /水西里/.test(name))!;
  await office.choose('filter-communityId', { value: shuixi.id });
  await office.choose('filter-fault', { value: 'noResponsible' });
  await office.page.waitForFunction(() => !/(四季里|百合里)社区 第/.test(document.body.innerText));
  await office.tap('pick-all');
  await office.tap('bulk-responsible');
  await office.choose('bulk-to', '刘芳');
  await office.type('bulk-why', '新来的网格员');
  await office.tap('bulk-preview');
  await office.sees(/\d+ 位中会改 \d+ 位/, '无 → 刘芳');
  await office.tap('bulk-apply');
  await office.sees(/已修改 \d+ 位/, '没有符合条件的老人');
});

it('is read on a phone in a minute, its numbers seen on record, and changed group by group with a reason', async () => {
  const worker = await person('worker');
  await worker.tap('to-elders');
  await worker.type('elder-q', 'wxl');
  await worker.tapWords('王秀兰');
  await worker.sees('责任人 刘芳', '高血压', '青霉素', '周敏（女儿）138****1002', '独居');
  await worker.seesNot('13800001002', '13800001001', '501');

  await worker.tap('reveal');
  await worker.sees('每次查看都会留下记录');
  await worker.tap('reveal-contacts');
  await worker.tap('reason-visit');
  await worker.tap('reveal-go');
  await worker.sees('13800001001', '3号楼2门501', '13800001002');

  await worker.tap('edit-health');
  await worker.type('diet', '少盐少糖');
  await worker.tap('save-group');
  await worker.sees('请写明为什么修改');
  await worker.tap('why-上门核对');
  await worker.tap('save-group');
  await worker.sees('已保存。', '少盐少糖');

  await worker.tap('elder-history');
  await worker.sees('上门核对', '原来 少盐，改为 少盐少糖', '刘芳');
});

it('keeps what was typed when somebody else saved first, shows the newest, and saves on the second try', async () => {
  const worker = await person('worker');
  const head = await person('head');
  for (const she of [worker, head]) {
    await she.tap('to-elders');
    await she.type('elder-q', 'wxl');
    await she.tapWords('王秀兰');
    await she.tap('edit-health');
    await she.tap('why-家属告知');
  }
  await worker.type('allergies', '青霉素、头孢');
  await worker.tap('save-group');
  await worker.sees('已保存。');
  await head.type('careNotes', '晚上腿疼');
  await head.tap('save-group');
  await head.sees('档案刚被别人改过');
  await head.tap('save-group');
  await head.sees('已保存。', '晚上腿疼', '青霉素、头孢');
  expect(await head.text()).not.toContain('档案刚被别人改过');
});
