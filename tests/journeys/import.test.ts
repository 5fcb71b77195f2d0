import type { Download } from 'playwright-core';
import { expect, it } from 'vitest';
import { anIdNumber } from '../factories/id-numbers.ts';
import { aSheet } from '../factories/sheets.ts';
import { inSight, openJourney, type Person } from '../support/journey.ts';

const journey = await openJourney();
const desk = { width: 1280, height: 800 };
const office = (await journey.persona('何静')).client;
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const titles = ['姓名', '身份证号', '档案号', '社区', '小区', '楼', '门', '室', '手机号', '居住状况', '谁登记的'];
const [, double] = (await office.registry.listElders({ limit: 10 })).items.filter(({ name }) => name !== '王秀兰');
/** One of each: new, changed, two wrong cells, and somebody who may be in the registry. */
const rows = [
  ['宋玉珍', anIdNumber('1947-05-06', 'female', 33), '', '水西里', '水韵园', '9', '1', '602', '', '独自居住', '小李'],
  ['王秀兰', '', '202600001', '', '', '', '', '', '13800001099', '', '小李'],
  ['张玉兰', anIdNumber('1941-02-03', 'female', 34), '', '水西里', '水韵圆', '9', '1', '1', '1380000', '', '小李'],
  [double!.name, '', '', '', '', '', '', '', '13800007777', '', ''],
];
const sheet = (more: string[][] = rows) => ({ name: '民政月报.xlsx', mimeType, buffer: aSheet([titles, ...more]) });

async function upload(she: Person, file: { name: string; mimeType: string; buffer: Buffer }, id = 'choose-sheet') {
  const chooser = she.page.waitForEvent('filechooser');
  await she.tap(id);
  await (await chooser).setFiles(file);
}
async function received(she: Person, id: string): Promise<Download> {
  const download = she.page.waitForEvent('download');
  await she.tap(id);
  return download;
}
const count = async () => (await office.registry.countElders({})).count;

it('brings a sheet with faults into the registry, and takes it back again', async () => {
  const before = await count();
  const she = await journey.person('office', desk);
  await she.tap('to-imports');
  await she.sees('还没有导入过');
  expect((await received(she, 'template')).suggestedFilename()).toBe('老人名单导入模板.xlsx');
  await she.tap('choose-sheet');
  await she.sees('请写表格来源');
  await she.type('source', '民政局月报');
  await upload(she, sheet());

  await she.sees('列名怎么对应', 'K 列：谁登记的', '没认出来，不导入');
  await she.tap('columns-all');
  await she.choose('column-10', '手机');
  await she.sees('和另一列选成同一项了');
  await she.choose('column-10', '不导入');
  await she.tap('check');
  await she.sees('正在核对', '可以先离开');
  await journey.drain();
  await she.sees('核对完了，还没有写入台账。', '还有 1 行疑似重复没有决定');
  expect(await count()).toBe(before);

  await she.tap('verdict-refused');
  await she.sees('E 列 小区', '是不是“水韵园”', 'I 列 手机号', '手机号应为 11 位');
  await she.tap('verdict-changed');
  await she.sees('手机', '138****1001', '138****1099');
  await she.tap('verdict-new');
  await she.sees('宋玉珍', '水韵园', '独自居住');
  await she.tap('verdict-missing');
  await she.sees('只列出来，什么都不做');

  await she.tap('error-sheet');
  await journey.drain();
  await she.sees('做好了');
  const back = await received(she, 'fetch-made');
  expect(back.suggestedFilename()).toBe('出错表-民政月报.xlsx');

  await she.tap('verdict-twin');
  await she.sees('是不是同一个人', double!.name);
  await she.tap('skip-5');
  await she.sees('都决定好了。');
  await she.tap('apply');
  await she.sees('新增 1 位，修改 1 位。', '被拒的 1 行不写。');
  await she.tap('dialog-0');
  await she.sees('正在写入台账');
  await journey.drain();
  await she.sees('已写入台账。', '可以撤销');
  expect(await count()).toBe(before + 1);

  const other = await journey.person('office', desk);
  await other.tap('to-elders');
  await other.type('elder-q', '宋玉珍');
  await other.sees('共 1 位', '水韵园');

  await she.tap('undo');
  await she.sees('撤不掉的：导入后又有人改过的');
  await she.tap('reason-send');
  await she.sees('请写明为什么撤销');
  await she.type('reason', '导错了文件');
  await she.tap('reason-send');
  await journey.drain();
  await she.sees('已撤销。台账回到导入前的样子。');
  expect(await count()).toBe(before);
  expect((await office.registry.countElders({ q: '宋玉珍' })).count).toBe(0);

  await she.tap('upload-again');
  await upload(she, sheet());
  await she.sees('以前存过对应');
});

it('goes on with an upload that broke off, and says why a file is not taken', async () => {
  const she = await journey.person('office');
  await she.tap('to-imports');
  await she.type('source', '社区自查');
  await upload(she, { name: '照片.xlsx', mimeType, buffer: Buffer.from('not a sheet at all') });
  await she.sees('这个表格没有收下');

  const parts = /\/api\/uploads\/\w+\/parts\//;
  await she.context.route(parts, (route) => route.abort());
  await upload(she, sheet());
  await she.sees('正在上传“民政月报”');
  await she.context.unroute(parts);
  await she.sees('列名怎么对应');
  await she.tap('drop');
  await she.tap('dialog-0');
  await she.sees('已放弃。');
});

it('lets the head of a community export what she looks at, in full only with a reason', async () => {
  const she = await journey.person('head', desk);
  const me = await journey.persona('孙建国');
  await journey.drain();
  await she.tap('to-elders');
  await she.hasNot('to-imports');
  await she.type('elder-q', '王秀兰');
  await she.sees('共 1 位');
  await she.tap('to-export');
  await she.sees('找“王秀兰”', '共 1 位', '手机＊');
  await she.tap('start-export');
  await journey.drain();
  await she.sees('可以下载');
  const [first] = (await me.client.exchange.listExports({ limit: 1 })).items;
  expect((await received(she, `fetch-${first!.id}`)).suggestedFilename()).toMatch(/^老人名单-.*\.xlsx$/);

  await she.tap('full-full');
  await she.sees('系统会记下');
  await she.tap('start-export');
  await she.sees('请选原因。');
  await she.tap('reason-other');
  await she.tap('start-export');
  await she.tap('dialog-0');
  await she.sees('请写明导出完整信息的原因。');
  await she.type('reason-words', '区里核对名单');
  await she.tap('start-export');
  await she.tap('dialog-0');
  await journey.drain();
  await she.sees('含完整内容');
  await expect.poll(() => inSight(she.page.locator('.w-table:visible'))).toContain('可以下载');
});
