import { beforeAll, describe, expect, it } from 'vitest';
import { anIdNumber } from '../../factories/id-numbers.ts';
import { aSheet, type ExchangeTown, exchangeTown, rowsOf, upload } from '../../support/exchange-town.ts';

let town: ExchangeTown;
let elderId: string;
const idNumber = anIdNumber('1944-03-08', 'female', 7);
beforeAll(async () => {
  town = await exchangeTown();
  elderId = await town.elder({ name: '王秀兰', idNumber, careNotes: '=HYPERLINK("http://x")' });
  await town.elder({ name: '李桂英', phone: null }, town.second);
});

const texts = async (bytes: Buffer) => (await rowsOf(bytes)).map(({ cells }) => cells.map(({ text }) => text));
const columns = ['name', 'idNumber', 'phone', 'room', 'contact1Phone', 'careNotes', 'age', 'status'] as const;

it('gives out what was filtered, masked, with a last line that names who took it', async () => {
  const bytes = await town.exported({ columns: [...columns], filter: { communityId: town.first.id } });
  const rows = await texts(bytes);
  expect(rows[0]).toEqual(['姓名', '证件号码', '手机', '室', '联系人1电话', '照护提示', '年龄', '在册状态']);
  expect(rows[1]).toEqual([
    '王秀兰',
    `990000********${idNumber.slice(-4)}`,
    '138****1234',
    '***',
    '138****5678',
    '=HYPERLINK("http://x")',
    '82',
    '在册',
  ]);
  expect(rows[2]![0]).toMatch(/^共 1 人；由 何静 于 2026-05-06 \d\d:\d\d 导出。/);
  expect(rows).toHaveLength(3);
  const [, row] = await rowsOf(bytes);
  expect(row!.cells.every(({ kind }) => kind !== 'formula')).toBe(true);
  expect(await town.room.door.exportsWith(town.street.id, elderId, { from: null, before: null })).toEqual([]);
});

it('gives out raw values for a reason only, and remembers whose', async () => {
  const reveal = { reason: 'other' as const, words: '' };
  const bare = town.clerk.exchange.startExport({ id: town.street.id, columns: ['phone'], reveal });
  await expect(bare).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'reveal.words' }] });
  const bytes = await town.exported({ columns: [...columns], reveal: { reason: 'visit', words: '端午走访' } });
  const rows = await texts(bytes);
  expect(rows.find(([name]) => name === '王秀兰')).toEqual(
    expect.arrayContaining([idNumber, '13800001234', '501', '13800005678']),
  );
  expect(rows.at(-1)![0]).toContain('原因：上门走访：端午走访');
  const looks = await town.room.door.exportsWith(town.street.id, elderId, { from: null, before: null });
  expect(looks).toMatchObject([
    { accountId: town.office.accountId, role: 'streetOffice', reason: '上门走访：端午走访' },
  ]);
  const stored = JSON.stringify(await town.db.collection('exports').find().toArray());
  expect(stored).not.toContain('端午走访');
});

it('fills the office’s own form by its header', async () => {
  const form = await aSheet(['序号', '老人姓名', '所属社区', '联系电话'], []);
  const templateFileId = await upload(town.clerk, form, '走访表.xlsx');
  const rows = await texts(await town.exported({ templateFileId }));
  expect(rows[0]).toEqual(['序号', '老人姓名', '所属社区', '联系电话']);
  expect(rows.slice(1, 3).map(([, ...cells]) => cells)).toEqual([
    ['李桂英', '银杏里'],
    ['王秀兰', '水西里', '138****1234'],
  ]);
});

describe('reach', () => {
  it('holds a community head to her community, and each to her own files', async () => {
    const head = await town.someone('communityHead', { name: '孙洁', communityIds: [town.second.id] });
    const hers = await town.clientOf(head);
    const rows = await texts(await town.exported({ columns: ['name'] }, hers));
    expect(rows.flat().filter((text) => !text.startsWith('共'))).toEqual(['姓名', '李桂英']);
    const { items } = await hers.exchange.listExports();
    const taken = town.clerk.exchange.download({ fileId: items[0]!.fileId!, n: 0 });
    await expect(taken).rejects.toMatchObject({ code: 'file_not_found' });
    await expect(hers.exchange.listBatches()).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('keeps nothing readable in the database, and files for a day only', async () => {
    const { id } = await town.clerk.exchange.startExport({
      id: 'ab'.repeat(12),
      columns: ['idNumber', 'phone'],
      reveal: { reason: 'verify', words: '' },
    });
    await town.exports.drain();
    const { fileId } = await town.clerk.exchange.readExport({ exportId: id });
    for (const name of ['exchangeFiles', 'exchangeParts', 'exports', 'exportElders', 'importRows']) {
      for await (const raw of town.db.db!.collection(name).find({}, { raw: true })) {
        const bytes = raw as unknown as Buffer;
        for (const secret of [idNumber, '13800001234', 'sharedStrings']) expect(bytes.includes(secret)).toBe(false);
      }
    }
    town.clock.forward(25 * 3_600_000);
    const nextDay = await town.clientOf(town.office);
    await expect(nextDay.exchange.download({ fileId: fileId!, n: 0 })).rejects.toMatchObject({
      code: 'file_not_found',
    });
    expect(await nextDay.exchange.readExport({ exportId: id })).toMatchObject({ state: 'expired', fileId: null });
  });
});
