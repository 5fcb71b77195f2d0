import { beforeAll, expect, it } from 'vitest';
import { anAssessment } from '../../factories/assessments.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown, type Someone } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  town = await registryTown();
  const office = town.office.api.bedside;
  const assessed = async (name: string, day: string, community = town.first) => {
    ids[name] = await town.elder({ name }, community);
    await office.addAssessment(anAssessment(ids[name], { day }));
  };
  const befell = async (name: string, kind: 'fall' | 'change', day: string) =>
    office.addRiskEvent({ elderId: ids[name]!, id: aRandomId(), kind, day });

  await assessed('去年今天', '2025-05-06');
  await assessed('明天才满', '2025-05-07');
  await assessed('很久以前', '2023-02-01');
  await assessed('两次跌倒', '2026-02-01');
  await befell('两次跌倒', 'fall', '2026-04-20');
  await befell('两次跌倒', 'fall', '2026-05-01');
  await assessed('刚刚出院', '2024-01-01');
  await befell('刚刚出院', 'change', '2026-04-25');
  await assessed('只跌一次', '2026-02-01');
  await befell('只跌一次', 'fall', '2026-05-01');
  await assessed('重新评过', '2026-02-01');
  await befell('重新评过', 'change', '2026-04-01');
  await office.addAssessment(anAssessment(ids.重新评过!, { day: '2026-04-02', reason: 'immediate' }));
  ids.从未评估 = await town.elder({ name: '从未评估' });
  await assessed('别的社区', '2024-05-06', town.second);
  await befell('别的社区', 'change', '2026-05-02');
  await town.elder({ name: '别的街道' }, town.far);
});

async function allOf({ api }: Someone, limit: number) {
  const rows: { name: string; lastWords: string; due: { words: string[] } }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await api.bedside.dueAssessments({ limit, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

const ofFirst = ['刚刚出院', '两次跌倒', '从未评估', '很久以前', '去年今天'];

it.each([1, 2, 3, 20])('lists who is due in her area, events first, in pages of %i', async (limit) => {
  const rows = await allOf(town.worker, limit);
  expect(rows.map(({ name }) => name)).toEqual(ofFirst);
});

it('shows the street office all communities of her street, and nobody else any of them', async () => {
  const office = (await allOf(town.office, 3)).map(({ name }) => name);
  expect(office).toEqual(['刚刚出院', '两次跌倒', '别的社区', '从未评估', '很久以前', '去年今天']);
  expect((await allOf(town.otherWorker, 3)).map(({ name }) => name)).toEqual(['别的社区']);
  expect((await allOf(town.farOffice, 3)).map(({ name }) => name)).toEqual(['别的街道']);
});

it('says why and what the last result was', async () => {
  const rows = new Map((await allOf(town.worker, 20)).map((row) => [row.name, row]));
  expect(rows.get('刚刚出院')).toMatchObject({
    communityName: '水西里',
    lastWords: '2024-01-01 中度失能（2级）',
    due: { due: true, words: ['上次评估已满 12 个月。', '4月25日状态变化，应即时评估。'] },
  });
  expect(rows.get('从未评估')).toMatchObject({ lastWords: '', due: { words: ['还没有国标评估结果。'] } });
  expect(rows.get('去年今天')).toMatchObject({ due: { dueOn: '2026-05-06', words: ['上次评估已满 12 个月。'] } });
});

it('no longer lists whom the street does not look after any more', async () => {
  const { db } = town;
  await db.collection('elders').updateOne({ _id: ids.两次跌倒 as never }, { $set: { status: 'dead' } });
  await db.collection('elders').updateOne({ _id: ids.从未评估 as never }, { $set: { status: 'movedOut' } });
  expect((await allOf(town.worker, 2)).map(({ name }) => name)).toEqual(['刚刚出院', '很久以前', '去年今天']);
});
