import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmTown, plainLadder } from '../../support/alarm-town.ts';

const town = await alarmTown();
const { expectSms, expectVoice, nothingMore, fastForward } = town;
const minute = 60_000;
// Nobody is rung more often than her provider allows: each story has a day of its own.
beforeEach(() => town.clock.forward(86_400_000));
/** What an ended call tells those concerned belongs to no story here. */
afterEach(async () => {
  town.nothingMore();
  await town.endAll();
  town.ignoreMessages();
});

describe('the ladder', () => {
  it('calls after 60, 60 and 120 s the next ones, several from the second step on, and never ends silently', async () => {
    const { incidentId } = await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId });
    await town.drainQuick();
    expectVoice('刘芳');
    expectSms('周敏');
    expectSms('张桂芬');
    nothingMore();

    await fastForward(59_999);
    nothingMore();
    await fastForward(1);
    expectSms('张桂芬');
    expectSms('陈晓芳');
    nothingMore();

    await fastForward(60_000);
    expectVoice('孙建国');
    expectVoice('刘芳');
    nothingMore();

    await fastForward(119_000);
    nothingMore();
    // Then the street's leader, every two minutes, for as long as nobody answers: here for an hour.
    for (let minutes = 4; minutes <= 60; minutes += 2) {
      await fastForward(minutes === 4 ? 1_000 : 2 * minute);
      expectSms('何静');
      nothingMore();
    }
    const course = await town.course(incidentId);
    expect(course.slice(0, 6)).toEqual(['0 raise', '0 call 0', '60 call 1', '120 call 2', '240 call 3', '360 call 4']);
    expect(course.at(-1)).toBe('3600 call 31');

    // Somebody answers, and nobody is called any more; the neighbour who is known by her number only is told by text.
    await town.act('何静', incidentId, 'arrive');
    expectSms('张桂芬', 'notice');
    await fastForward(29 * minute);
  }, 180_000);

  it('tells the family at once and in parallel, and is not stopped by her answer', async () => {
    const { incidentId } = await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId });
    await town.drainQuick();
    town.ignoreMessages();
    await fastForward(10_000);
    const seen = await town.act('周敏', incidentId, 'join');
    expect(seen).toMatchObject({ status: 'raised', responders: [{ name: '周敏', state: 'joined' }] });
    await fastForward(50_000);
    expectSms('张桂芬');
    expectSms('陈晓芳');
    expect((await town.course(incidentId)).at(-1)).toBe('60 call 1');
  });

  it('of a running call is the one it began with, whatever the street decides meanwhile', async () => {
    const running = await town.raise(await town.elder());
    expectVoice('刘芳');
    const changed = {
      ...plainLadder,
      rungs: [{ call: ['communityHead' as const], channels: ['sms' as const], wait: 30 }],
    };
    await town.setLadder(changed);
    const later = await town.raise(await town.elder());
    expectSms('孙建国');
    await fastForward(30_000);
    expectSms('何静');
    expect(await town.course(running)).toEqual(['0 raise', '0 call 0']);
    await fastForward(30_000);
    expectSms('张桂芬');
    expect(await town.course(running)).toEqual(['0 raise', '0 call 0', '60 call 1']);
    expect(await town.course(later)).toEqual(['0 raise', '0 call 0', '30 call 1']);
    await town.setLadder(plainLadder);
  });

  it('takes the next way within the same second when one does not take the message', async () => {
    town.voice.failNext('isv.OUT_OF_SERVICE');
    const incidentId = await town.raise(await town.elder());
    expectSms('刘芳');
    nothingMore();
    const seen = await (await town.as('何静')).response.incident({ incidentId });
    expect(seen.deliveries.map(({ channel, failed }) => [channel, failed !== null])).toEqual([
      ['voice', true],
      ['sms', false],
    ]);
  });
});

describe('after a stop of 37 minutes', () => {
  it('each overdue step is made once, alarms before reminders, and the next one counts from then', async () => {
    const waiting = await town.raise(await town.elder());
    const taken = await town.raise(await town.elder());
    await town.act('刘芳', taken, 'acknowledge');
    const over = await town.raise(await town.elder());
    await town.act('刘芳', over, 'acknowledge');
    await town.act('刘芳', over, 'handle', { proof: 'saw', proofBy: '刘芳', outcome: 'helped' });
    town.ignoreMessages();
    const lengths = async () =>
      Promise.all([waiting, taken, over].map(async (id) => (await town.stored(id)).history.length));
    const before = await lengths();
    // Nothing runs; the reminders of the handled one fall due as well.
    await town.incidents.updateOne({ _id: over }, { $set: { 'times.follow': 60, 'times.report': 120 } });
    await town.incidents.updateOne({ _id: over }, { $set: { nextDue: new Date(town.clock().getTime() + minute) } });
    town.clock.forward(37 * minute);
    await town.clockJob.drain();
    expect((await town.course(waiting)).slice(2)).toEqual(['2220 call 1']);
    expect((await town.course(taken)).slice(3)).toEqual(['2220 ringAgain', '2220 warnLate', '2220 warnLimit']);
    expect((await town.course(over)).slice(4)).toEqual(['2220 remindFollow', '2220 remindReport']);
    expect(await lengths()).toEqual([before[0]! + 1, before[1]! + 3, before[2]! + 2]);

    // What follows is queued; the queue begins with the calls, and the reminders come last.
    await town.outboxJob.drain();
    const queued = await town.db
      .collection('messages')
      .find({ dueAt: { $gt: new Date(0) } })
      .sort({ rank: 1, turn: 1, queuedAt: 1, _id: 1 })
      .toArray();
    const kinds = queued.map(({ kind }) => kind as string);
    expect(new Set(kinds)).toEqual(new Set(['alarm', 'reminder']));
    expect(kinds.lastIndexOf('alarm')).toBeLessThan(kinds.indexOf('reminder'));
    await town.drainQuick();
    town.ignoreMessages();
    await fastForward(59_000);
    expect((await town.course(waiting)).at(-1)).toBe('2220 call 1');
    await fastForward(1_000);
    expect((await town.course(waiting)).at(-1)).toBe('2280 call 2');
    town.ignoreMessages();
  });

  it('a message that was queued before it goes out once', async () => {
    town.clock.forward(minute);
    const { incidentId } = await (await town.as('刘芳')).response.raise({ id: town.id(), elderId: await town.elder() });
    await town.outboxJob.drain();
    town.clock.forward(30_000);
    for (let times = 0; times < 3; times++) await town.drainQuick();
    expectVoice('刘芳');
    nothingMore();
    expect(await town.course(incidentId)).toEqual(['0 raise', '0 call 0']);
  });
});

describe('the watchdog', () => {
  it('wakes an open call that has no next step, or one long past, and leaves a beat each minute', async () => {
    const lost = await town.raise(await town.elder());
    const late = await town.raise(await town.elder());
    town.ignoreMessages();
    await town.incidents.updateOne({ _id: lost }, { $set: { nextDue: null } });
    town.clock.forward(2 * minute);
    // As a process leaves it that took the step and died, with a lease that the clock's set-back made long.
    await town.incidents.updateOne({ _id: late }, { $set: { nextDue: null, clockToken: 'gone' } });
    await town.response.watchdog(town.clock());
    expect(await town.response.watchedAt()).toEqual(town.clock());
    await town.drainQuick();
    for (const id of [lost, late]) expect((await town.course(id)).at(-1)).toBe('120 call 1');
    const warned = town.logged.filter((line) => line.includes('had no next step'));
    expect(warned.map((line) => (JSON.parse(line) as { incident: string }).incident).sort()).toEqual(
      [lost, late].sort(),
    );
    town.ignoreMessages();
    town.clock.forward(minute);
    await town.drain();
    expect(await town.response.watchedAt()).toEqual(town.clock());
    expect((await (await town.as('刘芳')).response.desk({})).watchedAt).toBe(town.clock().toISOString());
    town.ignoreMessages();
  });
});
