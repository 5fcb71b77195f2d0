import { describe, expect, it } from 'vitest';
import { checkXlsx } from '../../server/exchange/files/check-xlsx.ts';
import type { UnpackLimits } from '../../server/exchange/files/limits.ts';
import { aSheet, type RawEnd, type RawEntry, rawZip, textRows, workbookEntries } from '../factories/sheets.ts';
import { aFile } from '../support/temporary-file.ts';

const good = () => workbookEntries({ sheets: [{ name: '老人', data: textRows([['姓名'], ['王秀兰']]) }] });
const withEntry = (name: string, data: string | Buffer = 'x'): RawEntry[] => [...good(), { name, data }];
const changed = (name: string, change: Partial<RawEntry>): RawEntry[] =>
  good().map((entry) => (entry.name === name ? { ...entry, ...change } : entry));
const evil = (entries: RawEntry[], end: RawEnd = {}) => rawZip(entries, end);
const sheet = 'xl/worksheets/sheet1.xml';

const refusalOf = (bytes: Buffer | string, limits?: Partial<UnpackLimits>) =>
  checkXlsx(aFile(bytes), limits).then(
    () => null,
    (error) => ({ code: error.code, fault: error.data?.fault, words: error.message }),
  );

describe('checking a workbook before anybody reads it', () => {
  it('lets an honest one pass', async () => {
    expect(await refusalOf(aSheet([['姓名'], ['王秀兰']]))).toBeNull();
  });

  it.each<[string, Buffer | string, string, string]>([
    ['a text', '姓名,电话', 'notASheet', '另存为 .xlsx'],
    ['macros', evil(withEntry('xl/vbaProject.bin')), 'macros', '不带宏'],
    [
      'macros under another name',
      evil(
        changed('[Content_Types].xml', { data: '<Types><Override ContentType="x.macroEnabled.main+xml"/></Types>' }),
      ),
      'macros',
      '不带宏',
    ],
    ['old macro sheets', evil(withEntry('xl/macrosheets/sheet1.xml')), 'macros', '不带宏'],
    ['a control', evil(withEntry('xl/activeX/activeX1.xml')), 'active', '控件'],
    ['an embedded program', evil(withEntry('xl/embeddings/oleObject1.bin')), 'active', '控件'],
    ['a program', evil(withEntry('docs/readme.exe')), 'active', '程序'],
    ['links to other files', evil(withEntry('xl/externalLinks/externalLink1.xml')), 'links', '断开链接'],
    ['an entry twice', evil([...good(), good()[2]!]), 'twice', '重名'],
    ['an entry twice but for capitals', evil(withEntry('XL/Workbook.xml')), 'twice', '重名'],
    ['a path upwards', evil(withEntry('../../etc/cron.d/x')), 'paths', '路径'],
    ['a path from the root', evil(withEntry('/etc/passwd')), 'paths', '路径'],
    ['a path with a backslash', evil(withEntry('xl\\x.xml')), 'paths', '路径'],
    ['a password on an entry', evil(changed(sheet, { flags: 1 })), 'encrypted', '密码'],
    ['an unknown way of packing', evil(changed(sheet, { method: 99 })), 'zip64', '压缩方式'],
    ['a zip64 count', evil(good(), { count: 0xffff }), 'zip64', '压缩方式'],
    ['a zip64 place', evil(good(), { directoryAt: 0xffffffff }), 'zip64', '压缩方式'],
    ['a place outside the file', evil(changed(sheet, { from: 4_000_000 })), 'damaged', '损坏'],
    ['two entries in one place', evil(changed('xl/styles.xml', { from: 0 })), 'overlap', '重叠'],
    ['a wrong checksum', evil(changed(sheet, { crc: 1 })), 'damaged', '损坏'],
    [
      'a stored entry that lies about packing',
      evil(changed(sheet, { method: 8, flags: 0, crc: 0 })),
      'damaged',
      '损坏',
    ],
    [
      'a document type',
      evil(changed(sheet, { data: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' })),
      'doctype',
      '声明',
    ],
    ['an ordinary zip file', rawZip([{ name: '老人.txt', data: '王秀兰' }]), 'notAWorkbook', '解压'],
    ['a binary workbook', evil(withEntry('xl/workbook.bin')), 'binaryWorkbook', '.xlsb'],
    ['an OpenDocument sheet', rawZip([{ name: 'content.xml', data: '<x/>' }]), 'openDocument', '.ods'],
    ['a bomb by its ratio', evil(withEntry('xl/media/big.png', Buffer.alloc(4_000_000))), 'bomb', '大得不正常'],
  ])('refuses %s', async (_, bytes, fault, words) => {
    const refusal = await refusalOf(bytes);
    expect(refusal).toMatchObject({ code: 'file_refused', fault });
    expect(refusal!.words).toContain(words);
  });

  it('stops unpacking at a bound for one entry, for the shared texts and for all together', async () => {
    const large = Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * i) % 99_991).join(''));
    expect(await refusalOf(evil(withEntry('a.png', large)), { entryBytes: 50_000 })).toMatchObject({ fault: 'bomb' });
    expect(
      await refusalOf(evil(withEntry('xl/sharedStrings.xml', large)), { sharedStringBytes: 50_000 }),
    ).toMatchObject({ fault: 'bomb' });
    const three = ['a', 'b', 'c'].map((name) => ({ name: `${name}.png`, data: large }));
    expect(await refusalOf(evil([...good(), ...three]), { totalBytes: large.length * 2 })).toMatchObject({
      fault: 'bomb',
    });
    expect(await refusalOf(evil([...good(), ...three]))).toBeNull();
  });

  it('refuses more entries than a workbook needs', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `xl/media/${i}.png`, data: 'x' }));
    expect(await refusalOf(evil([...good(), ...many]), { entries: 20 })).toMatchObject({ fault: 'tooManyParts' });
  });
});
