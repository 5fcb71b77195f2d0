import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { addDays, dayOf, instantOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Call } from '../handler.ts';
import { newId } from '../store/ids.ts';
import { demoStories, type Story } from './demo-stories.ts';
import type { CompanionOptions, CompanionRoom } from './index.ts';

/** Who plays in the demo street's tasks. `mother` is 王秀兰, whose daughter asks; each elder lies in the worker's community. */
export interface DemoCast {
  daughter: Actor;
  worker: Actor;
  /** The first has no training; the second is trained in bathing and paired with the mother. */
  volunteers: readonly [Actor, Actor, ...Actor[]];
  motherId: string;
  /** Other elders of the worker's community, at least six. */
  elderIds: readonly string[];
}

const call: Call = { requestId: 'demo', address: '127.0.0.1', userAgent: '', about: () => {} };
const minute = 60_000;
const hour = 60 * minute;

/** A task as far as the wire form matters here. */
type Handlers = CompanionRoom['handlers'];

/**
 * Fills the demo street with tasks in every status. Each is made by the room's own commands, played in order on a
 * clock of the past, so that histories, notices and ledger lines are what they would have become in life.
 */
export async function fillDemoTasks(
  createRoom: (clock: Clock) => Pick<CompanionRoom, 'handlers' | 'workers'>,
  clock: CompanionOptions['clock'],
  cast: DemoCast,
): Promise<void> {
  const today = clock();
  let now = today;
  const room = createRoom(() => now);
  const [clockWorker, outbox] = room.workers;
  const [, trained] = cast.volunteers;

  now = new Date(today.getTime() - 10 * 24 * hour);
  await room.handlers.setVolunteer(
    cast.worker,
    {
      accountId: trained.accountId,
      qualifications: [{ name: 'bathing', until: addDays(dayOf(today), 365) }],
      ownElderIds: [cast.motherId],
    },
    call,
  );

  // All steps of all stories in the order of their time, since the clock of the past runs forward only.
  const steps = demoStories
    .flatMap((story, index) => play(room.handlers, cast, story, index, today))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, act } of steps) {
    now = at;
    await clockWorker.drain();
    await outbox.drain();
    await act();
  }
  now = today;
  await clockWorker.drain();
  await outbox.drain();
}

interface Step {
  at: Date;
  act: () => Promise<unknown>;
}

/** The steps of one story: asked at its hour, the others a little later each, the service within its window. */
function play(handlers: Handlers, cast: DemoCast, story: Story, index: number, today: Date): Step[] {
  const from = new Date(instantOf(addDays(dayOf(today), story.day), story.from));
  const to = new Date(from.getTime() + story.hours * hour);
  const asked = new Date(Math.min(from.getTime() - 20 * hour, today.getTime() - (story.askedAgo ?? 3) * hour));
  const after = (minutes: number): Date => new Date(Math.min(asked.getTime() + minutes * minute, today.getTime()));
  const taskId = newId(asked);
  const isMothers = story.elder === 'mother';
  const elderId = isMothers ? cast.motherId : cast.elderIds[index % cast.elderIds.length]!;
  const volunteer = cast.volunteers[(story.volunteer ?? 0) % cast.volunteers.length]!;
  const begun = new Date(from.getTime() + 5 * minute);
  const ended = new Date(begun.getTime() + (story.minutes ?? 50) * minute);
  const ask = {
    id: taskId,
    elderId,
    kind: story.kind satisfies Kind,
    part: false,
    window: { from: from.toISOString(), to: to.toISOString() },
    bring: story.bring,
    doorOpener: 'self' as const,
    doorNote: '',
  };
  const acts: Record<Story['path'][number], () => Step> = {
    open: () => ({ at: after(20), act: () => handlers.open(cast.worker, { taskId, note: '已电话核实' }, call) }),
    decline: () => ({
      at: after(30),
      act: () => handlers.decline(cast.worker, { taskId, reason: story.reason ?? '' }, call),
    }),
    claim: () => ({ at: after(60), act: () => handlers.claim(volunteer, { taskId }, call) }),
    release: () => ({
      at: after(90),
      act: () => handlers.release(volunteer, { taskId, reason: story.reason ?? '' }, call),
    }),
    cancel: () => ({
      at: after(100),
      act: () => handlers.cancel(isMothers ? cast.daughter : cast.worker, { taskId, reason: story.reason ?? '' }, call),
    }),
    start: () => ({ at: begun, act: () => handlers.start(volunteer, { taskId, at: begun.toISOString() }, call) }),
    finish: () => ({
      at: ended,
      act: () =>
        handlers.finish(
          volunteer,
          {
            taskId,
            at: ended.toISOString(),
            did: story.did ?? '',
            noticed: story.noticed ?? '',
            concern: story.concern ?? '',
          },
          call,
        ),
    }),
    confirm: () => ({
      at: new Date(ended.getTime() + 2 * hour),
      act: () => handlers.confirm(cast.daughter, { taskId, thanks: '谢谢您' }, call),
    }),
    object: () => ({
      at: new Date(ended.getTime() + 2 * hour),
      act: () => handlers.object(cast.daughter, { taskId, reason: story.reason ?? '' }, call),
    }),
    settle: () => ({
      at: new Date(ended.getTime() + 6 * hour),
      act: () => handlers.settle(cast.worker, { taskId, minutes: 30, reason: '已向双方了解，按实际时间计' }, call),
    }),
    heed: () => ({
      at: new Date(ended.getTime() + 1 * hour),
      act: () => handlers.heed(cast.worker, { taskId, words: '已上门查看并联系家属' }, call),
    }),
  };
  const first: Step = { at: asked, act: () => handlers.ask(isMothers ? cast.daughter : cast.worker, ask, call) };
  return [first, ...story.path.map((step) => acts[step]())];
}
