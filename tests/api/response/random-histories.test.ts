import { Refusal } from '@wubian/shared/refusals.ts';
import { isOpen, type PersonMove, personMoves, replay } from '@wubian/shared/response/lifecycle.ts';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { dueOf } from '../../../server/response/incidents/clocked.ts';
import { alarmTown } from '../../support/alarm-town.ts';

const town = await alarmTown();
afterEach(() => town.ignoreMessages());
// The worker acts most, so that a history gets somewhere.
const people = ['刘芳', '刘芳', '刘芳', '孙建国', '何静', '陈晓芳', '周敏', '王秀兰'] as const;
/** Everything that any act could ask for, so that none is refused for what it lacks. */
const said: Partial<Record<PersonMove, object>> = {
  handle: { proof: 'saw', proofBy: '刘芳', outcome: 'helped' },
  falseAlarm: { proof: 'spoke', proofBy: '刘芳', cause: 'pressed' },
  handOver: { to: '120' },
  triage: { triage: 'urgent' },
  check: { check: 'ring', result: 'noAnswer' },
  number: { where: 'hotline', number: 'A-1' },
};
type Step =
  | { kind: 'act'; who: (typeof people)[number]; move: PersonMove }
  | { kind: 'press' }
  | { kind: 'tick'; seconds: number };
// Acts that end a call are rarer than the others, so that a history becomes long.
const ending: PersonMove[] = ['handle', 'falseAlarm', 'review', 'endDrill'];
const move = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...personMoves.filter((one) => !ending.includes(one))) },
  { weight: 1, arbitrary: fc.constantFrom(...ending) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('act' as const), who: fc.constantFrom(...people), move }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'press' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('tick' as const), seconds: fc.integer({ min: 1, max: 1_200 }) }),
  },
);
const expected = [
  'incident_moved_on',
  'incident_taken',
  'not_allowed',
  'not_a_drill',
  'incident_not_found',
  'proof_needed',
];

/** Holds after anything whatever. */
async function holds(incidentId: string): Promise<void> {
  const one = await town.stored(incidentId);
  expect(replay(one.history)).toBe(one.status);
  expect(one.open).toBe(isOpen(one.status));
  expect(one.history).toHaveLength(one.seq);
  expect(one.responders.filter(({ state }) => state === 'lead').length).toBeLessThanOrEqual(1);
  expect(new Set(one.responders.map(({ key }) => key)).size).toBe(one.responders.length);
  if (one.open) expect(one.nextDue).not.toBeNull();
  expect(one.nextDue?.getTime() ?? null).toBe(dueOf(one)?.at ?? null);
  for (const [index, { at }] of one.history.entries())
    if (index) expect(at.getTime()).toBeGreaterThanOrEqual(one.history[index - 1]!.at.getTime());
}

it('whatever people and clock do, the store is what the move table says, and an open call has a next step', async () => {
  let acts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 35 }), async (steps) => {
      await town.endAll();
      await town.drainQuick();
      const raise = async () =>
        (await (await town.as('王秀兰')).response.raise({ id: town.id(), elderId: town.motherId })).incidentId;
      const incidentId = await raise();
      for (const one of steps) {
        const before = await town.stored(incidentId);
        if (one.kind === 'tick') {
          town.clock.forward(one.seconds * 1_000);
          await town.clockJob.drain();
          const { open, nextDue } = await town.stored(incidentId);
          if (open) expect(nextDue!.getTime()).toBeGreaterThan(town.clock().getTime());
        } else if (one.kind === 'press') {
          if (before.open) expect(await raise()).toBe(incidentId);
        } else {
          const act = { incidentId, id: town.id(), move: one.move, words: '测试', ...said[one.move] };
          const refused = await (await town.as(one.who)).response.act(act as never).then(
            () => null,
            (error: unknown) => error,
          );
          if (refused === null) acts++;
          else {
            expect(refused).toBeInstanceOf(Refusal);
            expect(expected).toContain((refused as Refusal).code);
            expect((await town.stored(incidentId)).seq).toBe(before.seq);
          }
        }
        await holds(incidentId);
      }
    }),
    { numRuns: 15, seed: 20_260_507 },
  );
  expect(acts).toBeGreaterThan(40);
}, 300_000);
