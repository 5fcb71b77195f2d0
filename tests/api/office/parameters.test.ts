import { parameterNames, parameterRow } from '@wubian/shared/office/parameters.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoStreet, otherDemoStreet } from '../../../server/demo/areas.ts';
import { aRandomId } from '../../factories/elder-facts.ts';
import { openApp } from '../../support/app.ts';

let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp('2026-05-06T09:00:00+08:00');
});

type Given = { value?: number; from?: string; version?: number; id?: string; reason?: string };
const office = async () => (await app.persona('何静')).client.office;
const set = async (key: 'staleAfterMonths' | 'reassessMonths' | 'onSiteMinutes', given: Given = {}) => {
  const room = await office();
  const { version } = (await room.parameter({ key })).parameter;
  const change = { id: aRandomId(), version, from: '2026-05-06', value: 9, reason: '例会决定', ...given };
  return (await room.setParameter({ key, ...change })).parameter;
};

it('shows every parameter of the table with its default, since nobody has changed it', async () => {
  const { day, items } = await (await office()).parameters();
  expect(day).toBe('2026-05-06');
  expect(items.map(({ key }) => key)).toEqual(parameterNames);
  for (const { key, value, inForce, version, changes } of items) {
    expect({ value, inForce, version, changes }).toEqual({
      value: parameterRow(key).default,
      inForce: null,
      version: 0,
      changes: [],
    });
  }
});

describe('a change', () => {
  it('holds from its day on, with who, when and why, and the earlier ones stay to be read', async () => {
    await set('staleAfterMonths', { value: 9 });
    const planned = await set('staleAfterMonths', { value: 12, from: '2026-06-01', reason: '下半年放宽' });
    expect(planned).toMatchObject({ value: 9, version: 2, inForce: { from: '2026-05-06', byName: '何静' } });
    expect(planned.changes).toMatchObject([
      { value: 12, from: '2026-06-01', state: 'planned', reason: '下半年放宽', at: '2026-05-06T01:00:00.000Z' },
      { value: 9, from: '2026-05-06', state: 'inForce', reason: '例会决定', withdrawn: null },
    ]);

    app.clock.set('2026-06-01T00:00:00+08:00');
    const { parameter } = await (await office()).parameter({ key: 'staleAfterMonths' });
    expect(parameter).toMatchObject({ value: 12, inForce: { from: '2026-06-01' } });
    expect(parameter.changes.map(({ state }) => state)).toEqual(['inForce', 'past']);
    expect(await app.streets.parameter(demoStreet.id, 'staleAfterMonths', '2026-05-05')).toBe(6);
    expect(await app.streets.parameter(demoStreet.id, 'staleAfterMonths', '2026-05-31')).toBe(9);
    expect(await app.streets.parameter(demoStreet.id, 'staleAfterMonths')).toBe(12);
  });

  it('is of its street alone', async () => {
    expect(await app.streets.parameter(otherDemoStreet.id, 'staleAfterMonths')).toBe(6);
    const other = (await app.someone('streetOffice', { streetId: otherDemoStreet.id })).client.office;
    expect((await other.parameter({ key: 'staleAfterMonths' })).parameter.changes).toEqual([]);
  });

  it('counts once, however often the same one is sent', async () => {
    const id = aRandomId();
    const change = { id, value: 20, from: '2026-06-01', version: 0 };
    await set('onSiteMinutes', change);
    const again = await set('onSiteMinutes', change);
    expect(again).toMatchObject({ value: 20, version: 1 });
    expect(again.changes).toHaveLength(1);
  });

  it('is refused when somebody else has changed it meanwhile: of two at once, one is told', async () => {
    const both = await Promise.allSettled(
      [8, 10].map((value) => set('reassessMonths', { value, from: '2026-07-01', version: 0 })),
    );
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['parameter_changed']);
  });
});

describe('what is refused', () => {
  it.each([
    ['a day that is over', { from: '2026-05-31' }, { code: 'parameter_past' }],
    ['a year that was mistyped', { from: '2062-06-01' }, { code: 'bad_input', fields: [{ field: 'from' }] }],
    [
      'a value outside its bounds',
      { value: 99 },
      { code: 'bad_input', fields: [{ field: 'value', words: '不能大于 36' }] },
    ],
    ['a change without a reason', { reason: ' ' }, { code: 'bad_input', fields: [{ field: 'reason' }] }],
  ] as const)('%s', async (_, given, refusal) => {
    const before = (await (await office()).parameter({ key: 'staleAfterMonths' })).parameter;
    await expect(set('staleAfterMonths', { from: '2026-06-01', ...given })).rejects.toMatchObject(refusal);
    expect((await (await office()).parameter({ key: 'staleAfterMonths' })).parameter).toEqual(before);
  });

  it('a value that a standard fixes', async () => {
    const change = {
      key: 'abilityLevels',
      id: aRandomId(),
      version: 0,
      from: '2026-06-01',
      value: '随意',
      reason: '试',
    };
    const set = (await office()).setParameter(
      change as Parameters<Awaited<ReturnType<typeof office>>['setParameter']>[0],
    );
    await expect(set).rejects.toMatchObject({ code: 'parameter_fixed' });
  });

  it.each(['district', 'worker'] as const)('the call of a %s', async (who) => {
    const { client } = await app.persona(who === 'district' ? '高明' : '刘芳');
    await expect(client.office.parameters()).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('a planned change', () => {
  it('can be withdrawn before its day, stays in the history, and never comes into force', async () => {
    const { changes } = await set('staleAfterMonths', { value: 24, from: '2026-08-01' });
    const room = await office();
    const input = { key: 'staleAfterMonths', changeId: changes[0]!.id, reason: '再议' } as const;
    const { parameter } = await room.withdrawParameter(input);
    expect(parameter.changes[0]).toMatchObject({
      value: 24,
      state: 'withdrawn',
      withdrawn: { byName: '何静', reason: '再议' },
    });
    expect((await room.withdrawParameter(input)).parameter).toEqual(parameter);
    expect(await app.streets.parameter(demoStreet.id, 'staleAfterMonths', '2026-08-01')).toBe(12);
  });

  it('cannot be withdrawn once its day has come', async () => {
    const room = await office();
    const { changes } = (await room.parameter({ key: 'staleAfterMonths' })).parameter;
    const begun = changes.find(({ state }) => state === 'inForce')!;
    await expect(
      room.withdrawParameter({ key: 'staleAfterMonths', changeId: begun.id, reason: '再议' }),
    ).rejects.toMatchObject({ code: 'parameter_begun' });
    await expect(
      room.withdrawParameter({ key: 'staleAfterMonths', changeId: aRandomId(), reason: '再议' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('every street knows its parameters after a restart: they are read from the database', async () => {
  const found = await app.store.connection.db!.collection('parameters').find({ key: 'staleAfterMonths' }).toArray();
  expect(found).toMatchObject([{ streetId: demoStreet.id, changes: [{ value: 9 }, { value: 12 }, { value: 24 }] }]);
});
