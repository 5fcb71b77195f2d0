import { isExampleRow } from '@wubian/shared/exchange/header.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aRandomId } from '../../factories/elder-facts.ts';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, downloaded, type ExchangeTown, exchangeTown, rowsOf, upload } from '../../support/exchange-town.ts';

let town: ExchangeTown;
beforeAll(async () => {
  town = await exchangeTown();
});

const titles = ['姓名', '身份证号', '社区', '小区', '手机'];
const number = (n: number) => anIdNumber('1944-03-08', 'female', n);

describe('upload', () => {
  it('goes on where it broke off, and takes the same part twice', async () => {
    const size = 512 * 1024 + 10;
    const part = (length: number) => Buffer.alloc(length, 1).toString('base64');
    const { id: uploadId, parts } = await town.clerk.exchange.startUpload({ id: aRandomId(), name: '大表.xlsx', size });
    expect(parts).toBe(2);
    await town.clerk.exchange.putPart({ uploadId, n: 0, base64: part(512 * 1024) });
    await expect(town.clerk.exchange.finishUpload({ uploadId })).rejects.toMatchObject({ code: 'part_wrong' });
    await expect(town.clerk.exchange.putPart({ uploadId, n: 1, base64: part(11) })).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect(await town.clerk.exchange.readUpload({ uploadId })).toMatchObject({ received: [0], finished: false });
    await town.clerk.exchange.putPart({ uploadId, n: 0, base64: part(512 * 1024) });
    await town.clerk.exchange.putPart({ uploadId, n: 1, base64: part(10) });
    expect(await town.clerk.exchange.finishUpload({ uploadId })).toMatchObject({ received: [0, 1], finished: true });
  });

  it('refuses in words what is no sheet, and a sheet without a header', async () => {
    const start = async (bytes: Buffer) => {
      const fileId = await upload(town.clerk, bytes);
      return town.clerk.exchange.startBatch({ id: aRandomId(), fileId, source: '测试' });
    };
    await expect(start(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'file_refused' });
    await expect(start(await aSheet(['甲', '乙'], [['1', '2']]))).rejects.toMatchObject({
      code: 'file_refused',
      message: expect.stringContaining('没有认出表头'),
    });
  });

  it('is nobody else’s', async () => {
    const fileId = await upload(town.clerk, await aSheet(titles, []));
    const other = await town.clientOf(await town.someone('streetOffice', { name: '赵敏' }));
    const stolen = other.exchange.startBatch({ id: aRandomId(), fileId, source: '测试' });
    await expect(stolen).rejects.toMatchObject({ code: 'file_not_found' });
    const far = await town.clientOf(town.farOffice);
    const { id: batchId } = await town.begin(await aSheet(titles, [['甲', number(1), '水西里', '水西里花园', '']]));
    await expect(far.exchange.readBatch({ batchId })).rejects.toMatchObject({ code: 'batch_not_found' });
    await expect(far.exchange.applyBatch({ batchId })).rejects.toMatchObject({ code: 'batch_not_found' });
  });
});

it('the template can be filled in and imported: its example is passed over', async () => {
  const { name, base64 } = await town.clerk.exchange.importTemplate();
  expect(name).toBe('老人名单导入模板.xlsx');
  const bytes = Buffer.from(base64, 'base64');
  const [header, example] = await rowsOf(bytes);
  expect(header!.cells[1]!.text).toBe('姓名');
  expect(isExampleRow(example!)).toBe(true);
  const batch = await town.check(bytes);
  expect(batch.counts).toMatchObject({ new: 0, refused: 0 });
  expect(batch.header.columns.every(({ sure }) => sure)).toBe(true);
});

it('gives the sheet back with the bad cells marked, to be mended and taken in again', async () => {
  const rows = [
    ['王秀兰', number(1), '水西里', '水西里花园', '1380000'],
    ['李桂英', number(2), '水西里', '水西里花园', '13800001234'],
    ['张玉兰', `${number(3).slice(0, 15)}`, '水西里', '', ''],
  ];
  const batch = await town.check(await aSheet(titles, rows));
  expect(batch).toMatchObject({ counts: { refused: 2, new: 1 }, can: { errorSheet: true } });
  const listed = await town.rows(batch.id);
  expect(JSON.stringify(listed)).not.toMatch(/1944030|1380000"|13800001234/);

  const made = await town.clerk.exchange.errorSheet({ batchId: batch.id, id: aRandomId() });
  await town.exports.drain();
  const { fileId } = await town.clerk.exchange.readExport({ exportId: made.id });
  const bytes = await downloaded(town.clerk, fileId!);
  const [head, first, second, ...more] = await rowsOf(bytes);
  expect(more).toEqual([]);
  expect(head!.cells[0]!.text).toBe('问题');
  expect(first!.cells.map(({ text }) => text)).toEqual(['手机：手机号应为 11 位，这里是 7 位，请核对。', ...rows[0]!]);
  expect(second!.cells[0]!.text).toContain('身份证号：15 位旧号码');

  await town.apply(batch.id);
  const mended = await town.check(bytes);
  expect(mended.header.columns[1]).toMatchObject({ title: '姓名', key: 'name' });
  expect(mended.counts).toMatchObject({ refused: 2 });
  const other = await town.clientOf(await town.someone('streetOffice', { name: '钱敏' }));
  const hers = other.exchange.errorSheet({ batchId: batch.id, id: aRandomId() });
  await expect(hers).rejects.toMatchObject({ code: 'batch_moved_on' });
});
