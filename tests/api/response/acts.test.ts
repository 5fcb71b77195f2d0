import { afterEach, describe, expect, it } from 'vitest';
import { demoStreet } from '../../../server/demo/areas.ts';
import { alarmTown } from '../../support/alarm-town.ts';

const town = await alarmTown();
const { act, course, fastForward } = town;
const minute = 60_000;
const saw = { proof: 'saw', proofBy: '刘芳', outcome: 'helped' } as const;
// What goes out is the ladder's story (ladder.test.ts); here it is who may do what, and when the clock acts.
afterEach(async () => {
  await town.endAll();
  town.ignoreMessages();
});

describe('taking it', () => {
  it('by a hundred at once makes exactly one the leader, and the others are told so', async () => {
    const at = { streetId: demoStreet.id, communityIds: [town.home.id] };
    const crowd = [];
    for (let n = 0; n < 100; n++) crowd.push((await town.someone('gridWorker', at)).client);
    const incidentId = await town.raise(await town.elder());
    const results = await Promise.allSettled(
      crowd.map((client) => client.response.act({ incidentId, id: town.id(), move: 'acknowledge' })),
    );
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : []));
    expect(refused).toEqual(Array.from({ length: 99 }, () => 'incident_taken'));
    const { responders, history } = await town.stored(incidentId);
    expect(responders.map(({ state }) => state)).toEqual(['lead']);
    expect(history.filter(({ move }) => move === 'acknowledge')).toHaveLength(1);
    // All of them may come along, at once as well.
    const joining = crowd
      .slice(0, 20)
      .map((client) => client.response.act({ incidentId, id: town.id(), move: 'join' }));
    const joined = (await Promise.allSettled(joining)).filter(({ status }) => status === 'fulfilled');
    expect(joined.length).toBeGreaterThanOrEqual(19);
    expect((await town.stored(incidentId)).responders).toHaveLength(20 + Number(joined.length === 20));
  }, 180_000);

  it('the same act sent again is one act', async () => {
    const incidentId = await town.raise(await town.elder());
    const once = { incidentId, id: town.id(), move: 'acknowledge' } as const;
    const client = await town.as('刘芳');
    await Promise.all([client.response.act(once), client.response.act(once), client.response.act(once)]);
    expect((await client.response.act(once)).status).toBe('acknowledged');
    expect(await course(incidentId)).toEqual(['0 raise', '0 call 0', '0 acknowledge']);
  });

  it('leaves the others free to join and to stand down; given back, the ladder goes on at once from its first step', async () => {
    const incidentId = await town.raise(await town.elder());
    await fastForward(70_000);
    await act('刘芳', incidentId, 'acknowledge');
    const joined = await act('孙建国', incidentId, 'join');
    expect(joined.responders.map(({ name, state }) => [name, state])).toEqual([
      ['刘芳', 'lead'],
      ['孙建国', 'joined'],
    ]);
    expect((await act('孙建国', incidentId, 'standDown')).responders[1]).toMatchObject({ state: 'stoodDown' });
    await fastForward(30_000);
    await expect(act('刘芳', incidentId, 'giveBack')).rejects.toMatchObject({ code: 'bad_input' });
    const back = await act('刘芳', incidentId, 'giveBack', { words: '孩子病了' });
    expect(back).toMatchObject({ status: 'raised' });
    await fastForward(60_000);
    expect((await course(incidentId)).slice(-4)).toEqual(['70 standDown', '100 giveBack', '100 call 0', '160 call 1']);
  });

  it('may be taken over by somebody else', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'acknowledge');
    const { responders } = await act('孙建国', incidentId, 'takeLead');
    expect(responders.map(({ name, state }) => [name, state])).toEqual([
      ['刘芳', 'joined'],
      ['孙建国', 'lead'],
    ]);
  });
});

describe('the clock after somebody took it', () => {
  it('rings again after 10 minutes without progress, again and again, and warns at 15 and 30 minutes', async () => {
    const incidentId = await town.raise(await town.elder());
    await fastForward(30_000);
    await act('刘芳', incidentId, 'acknowledge');
    await fastForward(31 * minute);
    expect((await course(incidentId)).slice(3)).toEqual([
      '630 ringAgain',
      '900 warnLate',
      '1230 ringAgain',
      '1800 warnLimit',
      '1830 ringAgain',
    ]);
    await act('刘芳', incidentId, 'setOut');
    await fastForward(10 * minute - 1_000);
    expect((await course(incidentId)).at(-1)).toBe('1890 setOut');
    await fastForward(1_000);
    expect((await course(incidentId)).at(-1)).toBe('2490 ringAgain');
  });

  it('asks for the outcome half an hour after the arrival, and warns nobody of lateness any more', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'setOut');
    await fastForward(8 * minute);
    await act('刘芳', incidentId, 'arrive');
    await fastForward(61 * minute);
    expect((await course(incidentId)).slice(3)).toEqual(['480 arrive', '2280 ringAgain', '4080 ringAgain']);
  });
});

describe('nobody answers', () => {
  it('starts a checklist that the clock times: 3, 5, 5, 10 and 15 minutes, each asked for again until it is done', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'arrive');
    const { checks } = await act('刘芳', incidentId, 'noAnswer');
    expect(checks.map(({ check, state }) => [check, state])).toEqual([
      ['ring', 'now'],
      ['neighbour', 'ahead'],
      ['family', 'ahead'],
      ['property', 'ahead'],
      ['police', 'ahead'],
    ]);
    await fastForward(3 * minute);
    expect((await course(incidentId)).at(-1)).toBe('180 checkDue');
    for (const [check, minutes] of [
      ['ring', 5],
      ['neighbour', 5],
      ['family', 10],
      ['property', 15],
    ] as const) {
      const seen = await act('刘芳', incidentId, 'check', { check, result: 'noAnswer' });
      const dueAt = new Date(town.clock().getTime() + minutes * minute).toISOString();
      expect(seen.checks.find(({ state }) => state === 'now')).toMatchObject({ dueAt });
      await fastForward(minutes * minute);
      expect((await course(incidentId)).at(-1)).toMatch(/checkDue$/);
    }
    await fastForward(10 * minute);
    expect((await course(incidentId)).slice(-2).every((line) => line.endsWith('checkDue'))).toBe(true);
    const over = await act('刘芳', incidentId, 'check', { check: 'police', result: 'answered' });
    expect(over.noAnswerSince).toBeNull();
    await fastForward(20 * minute);
    expect((await course(incidentId)).at(-1)).toMatch(/check$/);
  });
});

describe('closing', () => {
  it('needs somebody who saw or spoke to her', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'arrive');
    const lacking = [
      ['handle', { outcome: 'helped' }],
      ['handle', { outcome: 'helped', proof: 'saw' }],
      ['falseAlarm', { cause: 'pressed', proofBy: '刘芳' }],
    ] as const;
    for (const [move, more] of lacking)
      await expect(act('刘芳', incidentId, move, more)).rejects.toMatchObject({ code: 'proof_needed' });
    expect((await town.stored(incidentId)).open).toBe(true);
    const closed = await act('刘芳', incidentId, 'handle', { ...saw, words: '扶起来了' });
    expect(closed).toMatchObject({
      status: 'handled',
      open: false,
      end: { proof: '见到老人（刘芳）', outcome: '当场解决' },
    });
    await expect(act('刘芳', incidentId, 'arrive')).rejects.toMatchObject({ code: 'incident_moved_on' });
  });

  it('is not done by the elder who says that she is fine', async () => {
    const { incidentId } = await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId });
    await act('王秀兰', incidentId, 'saysFine');
    expect(await town.stored(incidentId)).toMatchObject({ status: 'raised', open: true });
    const ended = { proof: 'saw', proofBy: '周敏', cause: 'pressed' } as const;
    for (const who of ['王秀兰', '周敏', '陈晓芳'] as const)
      await expect(act(who, incidentId, 'falseAlarm', ended), who).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('as a false alarm keeps its cause', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'acknowledge');
    const seen = await act('刘芳', incidentId, 'falseAlarm', { proof: 'spoke', proofBy: '刘芳', cause: 'pressed' });
    expect(seen).toMatchObject({ status: 'falseAlarm', triage: 'false', open: false });
    expect((await town.stored(incidentId)).history.at(-1)!.said).toMatchObject({ cause: 'pressed' });
  });

  it('is still to come when it was handed over to 120', async () => {
    const incidentId = await town.raise(await town.elder());
    const seen = await act('刘芳', incidentId, 'handOver', { to: '120' });
    expect(seen).toMatchObject({ status: 'handedOver', open: true });
    await fastForward(30 * minute);
    expect((await course(incidentId)).at(-1)).toBe('1800 ringAgain');
    expect((await act('刘芳', incidentId, 'handle', { ...saw, outcome: 'hospital' })).status).toBe('handled');
  });

  it('may be taken back by a review: then the ladder calls at once', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'arrive');
    await act('刘芳', incidentId, 'handle', saw);
    await fastForward(minute);
    await act('孙建国', incidentId, 'reopen', { words: '老人又打电话来了' });
    expect(await town.stored(incidentId)).toMatchObject({ status: 'raised', open: true, only: true });
    await fastForward(61_000);
    expect((await course(incidentId)).slice(-3)).toEqual(['60 reopen', '60 call 0', '120 call 1']);
    await act('刘芳', incidentId, 'arrive');
    await act('刘芳', incidentId, 'handle', saw);
    expect((await act('孙建国', incidentId, 'review', { words: '处置及时' })).status).toBe('reviewed');
  });

  it('is followed by a call next day, which is asked for until somebody made it', async () => {
    const incidentId = await town.raise(await town.elder());
    await act('刘芳', incidentId, 'arrive');
    await act('刘芳', incidentId, 'handle', saw);
    const toFollow = async () => (await (await town.as('刘芳')).response.toFollow()).items.map(({ id }) => id);
    expect(await toFollow()).toContain(incidentId);
    await fastForward(24 * 60 * minute);
    expect(await course(incidentId)).toContain('86400 remindFollow');
    const seen = await act('刘芳', incidentId, 'follow', { words: '好多了' });
    expect(seen.followed).toMatchObject({ words: '好多了' });
    expect(await toFollow()).not.toContain(incidentId);
    await act('孙建国', incidentId, 'review', { words: '无' });
  });
});

it('who cannot enter calls for the key and the head, and may come in later', async () => {
  const incidentId = await town.raise(await town.elder());
  await act('刘芳', incidentId, 'setOut');
  town.ignoreMessages();
  expect((await act('刘芳', incidentId, 'cannotEnter')).status).toBe('cannotEnter');
  town.expectSms('张桂芬');
  town.expectVoice('张桂芬');
  town.expectSms('孙建国');
  town.expectVoice('孙建国');
  town.nothingMore();
  expect((await act('刘芳', incidentId, 'arrive')).status).toBe('onScene');
});
