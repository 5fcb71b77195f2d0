import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { wellScores } from '../factories/assessments.ts';
import { anIdNumber } from '../factories/id-numbers.ts';
import { beginImport } from '../support/begin-import.ts';
import { foldersOfThisFile } from '../support/engine.ts';
import { everythingIn } from '../support/everything.ts';
import { aSheet } from '../support/exchange-town.ts';
import { anId, openPrivacyTown, seeds } from '../support/privacy-town.ts';

const town = await openPrivacyTown();
const { elderId, office, worker, farWorker, volunteer, resident } = town;
const hour = 3_600_000;

/** Of an elder who comes by a sheet. */
const inSheet = {
  ...{ idNumber: anIdNumber('1939-05-06', 'male', 11), phone: '13800007011', contactPhone: '13900007012' },
  door: '5207乙',
};
/** What somebody typed about her. */
const typed = {
  did: '帮她洗了头发换了床单',
  noticed: '左脚踝肿得厉害',
  concern: '怀疑有人骗她买保健品',
  note: '尿失禁要保密',
};
/** What must not be read in a stolen disk or in a log. Names and birth dates are plain: lists sort by them. */
const secrets = Object.entries({ ...seeds, ...typed, ...inSheet }).filter(([name]) => name !== 'name');

/** A day of the house: files, a sheet, a look, an emergency, consents, help from asking to the end, requests. */
async function aDay(): Promise<void> {
  const { client } = office;
  await client.registry.changeElder({ elderId, version: 1, changes: { careNotes: '改过的照护提示' }, why: '走访' });
  const { careNotes } = seeds;
  await client.registry.changeElder({ elderId, version: 2, changes: { careNotes }, why: '改回来' });
  await client.registry.reveal({ elderId, fields: ['idNumber', 'phone', 'address', 'contacts'], reason: 'visit' });
  await client.registry.saveSearch({ id: anId(), name: '常用', filter: { q: seeds.phone } });
  for (const q of [seeds.phone, seeds.idNumber, `9-1-${seeds.door}`])
    expect((await client.registry.listElders({ q })).items).toHaveLength(1);
  await farWorker.client.registry.breakGlass({ id: anId(), name: seeds.name, phone: seeds.phone, why: '电话没人接' });
  await worker.client.registry.giveConsent({
    ...{ elderId, id: anId(), purpose: 'visit', version: 1, answer: 'given', giver: 'relative', how: 'oral' },
    ...{ giverName: '周敏', capacity: typed.note },
  });
  await worker.client.bedside.addRiskEvent({ elderId, id: anId(), kind: 'fall', day: '2026-05-05', words: typed.note });
  await worker.client.bedside.addAssessment({
    ...{ elderId, id: anId(), day: '2026-05-05', reason: 'first', scores: wellScores, note: seeds.chronic },
    ...{ coma: false, dementia: false, mentalDisorder: false, assessors: ['甲', '乙'], organisation: '测试机构' },
  });
  const request = await client.registry.askRights({
    ...{ id: anId(), elderId, kind: 'export', asker: 'elder', askerName: '本人', proof: 'idCard' },
  });
  await client.registry.exportPerson({ requestId: request.id });

  const titles = [
    '姓名',
    '身份证号',
    '社区',
    '小区',
    '楼',
    '门',
    '室',
    '手机',
    '紧急联系人',
    '紧急联系人关系',
    '紧急联系人电话',
  ];
  const where = [town.home.name.replace('社区', ''), town.home.estates[0]!.name, '5', '1', inSheet.door];
  const row = ['表中人', inSheet.idNumber, ...where, inSheet.phone, '李四', '儿子', inSheet.contactPhone];
  const batchId = await beginImport(client, { name: '名单.xlsx', bytes: await aSheet(titles, [row]), source: '民政' });
  await client.exchange.checkBatch({ batchId });
  await town.drain();
  await client.exchange.applyBatch({ batchId });
  await town.drain();
  expect((await client.registry.listElders({ q: inSheet.phone })).items).toMatchObject([{ name: '表中人' }]);
  await client.exchange.startExport({ id: anId(), filter: { q: '表中人' } });
  await town.drain();

  const taskId = await town.openTask();
  await volunteer.client.companion.claim({ taskId });
  town.clock.forward(hour);
  await volunteer.client.companion.start({ taskId, at: town.clock().toISOString() });
  town.clock.forward(hour);
  const { did, noticed, concern } = typed;
  await volunteer.client.companion.finish({ taskId, at: town.clock().toISOString(), did, noticed, concern });
  await resident.client.companion.confirm({ taskId });
  await town.drain();
}

it('no collection, no log line and no file of the data folder holds a number, a door or a word of health', async () => {
  await aDay();
  const db = town.store.connection.db!;
  const lying: string[] = [];
  for (const { name } of await db.listCollections().toArray())
    for await (const found of db.collection(name).find({}, { raw: true })) {
      const bytes = Buffer.from(found as unknown as Uint8Array);
      for (const [what, secret] of secrets) if (bytes.includes(secret)) lying.push(`${name}: ${what}`);
    }
  expect(lying).toEqual([]);

  // The same, opened, holds all of them: the search above would have found what lay there.
  const opened = await everythingIn(town);
  expect(secrets.filter(([, secret]) => !opened.includes(secret))).toEqual([]);

  const logs = town.logged.join('\n');
  expect(town.logged.length).toBeGreaterThan(30);
  expect(secrets.filter(([, secret]) => logs.includes(secret))).toEqual([]);

  // Journal and tables as they lie on the disk, as far as they are not compressed.
  await db
    .admin()
    .command({ fsync: 1 })
    .catch(() => {});
  const files = foldersOfThisFile.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const bytes = readFileSync(file);
    expect([file, secrets.filter(([, secret]) => bytes.includes(secret))]).toEqual([file, []]);
  }
}, 120_000);
