import { beforeAll, expect, it } from 'vitest';
import { anAssessment } from '../../factories/assessments.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { registryTown } from '../../support/registry-town.ts';

let town: Awaited<ReturnType<typeof registryTown>>;
beforeAll(async () => {
  town = await registryTown();
});
const bedside = () => town.worker.api.bedside;
const anEvent = (elderId: string, day: string, given: object = {}) => ({
  ...{ elderId, id: aRandomId(), kind: 'fall' as const, day, words: '在卫生间滑倒' },
  ...given,
});

it('makes a reassessment due at once with the second event within 30 days, and names both', async () => {
  const elderId = await town.elder();
  await bedside().addAssessment(anAssessment(elderId, { day: '2026-03-20' }));
  const first = await bedside().addRiskEvent(anEvent(elderId, '2026-04-10'));
  expect(first).toMatchObject({
    event: { kind: 'fall', label: '跌倒', day: '2026-04-10', words: '在卫生间滑倒', recordedByName: '刘芳' },
    due: { due: false, dueOn: '2027-03-20', words: [] },
  });
  const second = await bedside().addRiskEvent(anEvent(elderId, '2026-05-02', { kind: 'lost' }));
  const due = {
    due: true,
    dueOn: '2026-05-02',
    words: ['30 天内有 2 次照护风险事件（4月10日跌倒、5月2日走失），应即时评估。'],
  };
  expect(second.due).toEqual(due);
  expect((await bedside().listAssessments({ elderId })).due).toEqual(due);

  // An assessment that has seen both puts an end to it, and counts them.
  const seen = await bedside().addAssessment(anAssessment(elderId, { day: '2026-05-05', reason: 'immediate' }));
  expect(seen).toMatchObject({ level: 3 });
  expect((await bedside().listAssessments({ elderId })).due.due).toBe(false);
});

it('sent twice is stored once; another with the same id is refused', async () => {
  const elderId = await town.elder();
  const sent = anEvent(elderId, '2026-05-01');
  expect(await bedside().addRiskEvent(sent)).toEqual(await bedside().addRiskEvent(sent));
  await expect(bedside().addRiskEvent({ ...sent, kind: 'choke' })).rejects.toMatchObject({ code: 'id_taken' });
  expect((await bedside().listRiskEvents({ elderId })).items).toHaveLength(1);
  await expect(bedside().addRiskEvent(anEvent(elderId, '2026-05-07'))).rejects.toMatchObject({
    fields: [{ field: 'day', words: '日期不能晚于今天。' }],
  });
});

it('is listed newest first, page by page', async () => {
  const elderId = await town.elder();
  const days = ['2026-01-03', '2026-02-03', '2026-02-03', '2026-03-03', '2026-04-03'];
  for (const day of days) await bedside().addRiskEvent(anEvent(elderId, day));
  const read: { id: string; day: string }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await bedside().listRiskEvents({ elderId, limit: 2, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(2);
    read.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(read.map(({ day }) => day)).toEqual(days.toReversed());
  expect(new Set(read.map(({ id }) => id)).size).toBe(5);
  await expect(bedside().listRiskEvents({ elderId, cursor: 'abc' })).rejects.toMatchObject({
    fields: [{ field: 'cursor' }],
  });
});
