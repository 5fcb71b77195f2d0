import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { LifeMove, LifeStatus } from '@wubian/shared/registry/life.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { aRandomId, someFacts } from '../factories/elder-facts.ts';
import { hour } from '../factories/tasks.ts';
import { openApp, type SignedIn } from './app.ts';

type Move = Input<typeof registry.moveLife>;
let phones = 0;

/** The whole program with a household in it: an old person who signs in, her daughter, volunteers, workers. Once per file. */
export async function lifeStreet() {
  const app = await openApp();
  const street = (await app.streets.all()).find(({ name }) => name.startsWith('友谊路'))!;
  const community = street.communities[0]!;
  const at = { streetId: street.id, communityIds: [community.id] };
  const [worker, head, volunteer, other] = await Promise.all([
    app.someone('gridWorker', at),
    app.someone('communityHead', at),
    app.someone('volunteer', at),
    app.someone('volunteer', at),
  ]);
  const today = () => dayOf(app.clock());
  const accountOf = async (who: SignedIn) => (await who.client.accounts.me()).accountId;

  /** A file with both sides of it signed in. */
  async function household(name = '王秀兰') {
    const elderId = aRandomId();
    const phone = `1380000${6000 + ++phones}`;
    await worker.client.registry.addElder({ id: elderId, facts: someFacts(community, { name, phone }) });
    const herself = await app.someone('resident', { ...at, elderId });
    const daughter = await app.someone('family', { streetId: street.id });
    const grantId = aRandomId();
    await daughter.client.registry.askGrant({
      ...{ id: grantId, streetId: street.id, communityId: community.id, elderName: name, elderPhone: phone },
      ...{ relation: 'daughter', scopes: ['see', 'ask', 'confirm'], until: addDays(today(), 300) },
    });
    await worker.client.registry.answerGrant({ grantId, answer: 'confirm', how: 'visit', elderId });
    return { elderId, herself, daughter };
  }

  const wish = (elderId: string, day: number) => {
    const from = app.clock().getTime() + day * 24 * hour;
    const window = { from: new Date(from).toISOString(), to: new Date(from + 2 * hour).toISOString() };
    return { id: aRandomId(), elderId, kind: 'helpMeal' as const, window };
  };

  /** A request for so many days ahead, brought to a status the way it comes there in life. */
  async function aTask(elderId: string, by: SignedIn, status: TaskStatus, day = 1, who = volunteer): Promise<string> {
    const { id: taskId } = await by.client.companion.ask(wish(elderId, day));
    const steps: [TaskStatus, () => Promise<unknown>][] = [
      ['open', () => worker.client.companion.open({ taskId })],
      ['claimed', () => who.client.companion.claim({ taskId })],
      ['inService', () => who.client.companion.start({ taskId, at: app.clock().toISOString() })],
      [
        'done',
        () => {
          app.clock.forward(4 * 60_000);
          return who.client.companion.finish({ taskId, at: app.clock().toISOString(), did: '做了午饭' });
        },
      ],
      ['objected', () => by.client.companion.object({ taskId, reason: '没有来那么久' })],
      ['confirmed', () => by.client.companion.confirm({ taskId })],
    ];
    for (const [step, run] of status === 'asked' ? [] : steps) {
      if (step === 'objected' && status !== 'objected') continue;
      await run();
      if (step === status) break;
    }
    return taskId;
  }

  const db = app.store.connection;
  return {
    ...app,
    ...{ street, community, worker, head, volunteer, other, today, accountOf, household, wish, aTask },
    async move(elderId: string, move: LifeMove, seen: LifeStatus, given: Partial<Move> = {}, by = worker) {
      const id = given.id ?? aRandomId();
      await by.client.registry.moveLife({ elderId, id, seen, move, on: today(), why: '家属来电', ...given });
      return id;
    },
    statusOf: async (taskId: string): Promise<TaskStatus> => (await worker.client.companion.read({ taskId })).status,
    /** All that was told to an account, in whatever role, the oldest first. */
    toldTo: async (who: SignedIn) =>
      (
        await db
          .collection('notices')
          .find({ accountId: await accountOf(who) })
          .sort({ at: 1, _id: 1 })
          .toArray()
      ).map(({ title, body, taskId }) => ({
        title: String(title),
        body: String(body),
        taskId: taskId as string | null,
      })),
    stored: async (elderId: string) => (await db.collection('elders').findOne({ _id: elderId as never }))!,
  };
}
