import { defaultLadder } from '@wubian/shared/response/ladder.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const office = await app.persona('何静');
const elder = await app.persona('王秀兰');

it('says for two communities who would be called now, and sends nothing', async () => {
  const before = await app.store.connection.collection('messages').countDocuments();
  const { communities, at } = await office.client.response.ladderPreview({ ladder: defaultLadder });
  expect(at).toBe(app.clock().toISOString());
  expect(communities).toHaveLength(2);
  const [first] = communities;
  expect(first!.steps.map(({ second, loop }) => [second, loop])).toEqual([
    [0, false],
    [60, false],
    [120, false],
    [240, true],
  ]);
  const named = (step: number, target: string) =>
    first!.steps[step]!.called.find((one) => one.target === target)?.names;
  expect(named(1, 'keyHolders')).toBeNull();
  expect(named(3, 'communityHead')).toContain('孙建国');
  expect(named(3, 'dutyLeader')?.length).toBeGreaterThan(0);
  await app.drain();
  expect(await app.store.connection.collection('messages').countDocuments()).toBe(before);
});

it('names a step behind which nobody stands for certain', async () => {
  const ladder = { ...defaultLadder, rungs: [{ call: ['keyHolders' as const], channels: ['sms' as const], wait: 60 }] };
  const { communities } = await office.client.response.ladderPreview({ ladder });
  expect(communities.map(({ steps }) => steps.map(({ empty }) => empty))).toEqual([
    [true, false],
    [true, false],
  ]);
});

it('is planned from a day on like any parameter, and leaves a running call as it is', async () => {
  const elderId = (await elder.client.registry.myElders()).items[0]!.id;
  const { incidentId } = await elder.client.response.raise({ id: newId(app.clock()), elderId });
  const { client } = office;
  const { parameter } = await client.office.parameter({ key: 'ladder' });
  const value = { ...defaultLadder, rungs: defaultLadder.rungs.slice(0, 2) };
  await client.office.setParameter({
    ...{ key: 'ladder', id: newId(app.clock()), version: parameter.version, value, reason: '例会决定' },
    from: dayOf(app.clock()),
  });
  expect((await client.response.incident({ incidentId })).rungs).toBe(3);
  const wrong = { ...value, rungs: [{ ...value.rungs[0]!, wait: 5 }] };
  const refused = client.office.setParameter({
    ...{ key: 'ladder', id: newId(app.clock()), version: parameter.version + 1, value: wrong, reason: '试试' },
    from: dayOf(app.clock()),
  });
  await expect(refused).rejects.toMatchObject({ code: 'bad_input' });
});
