import type { Input } from '@wubian/shared/endpoint.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Job } from '../../../../server/jobs/due-worker.ts';
import { newId } from '../../../../server/store/ids.ts';
import { aRandomId, someFacts } from '../../../factories/elder-facts.ts';
import { openApp, type SignedIn } from '../../../support/app.ts';

type Start = Input<typeof rollCallEndpoints.startRollCall>;
const minute = 60_000;

/** The demo street with a community of its own to call the roll in, so that every number is known. */
export async function rollCallTown() {
  const app = await openApp();
  const office = await app.persona('何静');
  const streetId = (await office.client.accounts.me()).active!.streetId;
  const street = await app.streets.street(streetId);
  const estates = ['一号院', '二号院'].map((name, i) => ({
    ...{ id: aRandomId(), name },
    point: { longitude: 117.3 + i / 100, latitude: 39.1 },
  }));
  const community = { id: aRandomId(), name: '点名里社区', phone: '022-23339999', grids: [], estates };
  await app.streets.save({ ...street, communities: [...street.communities, community] });
  const id = () => newId(app.clock());
  const at = { streetId, communityIds: [community.id] };

  /** Adds elders of risk red (80 and alone) to the first or second estate; answers their ids in order. */
  async function elders(count: number, given: Parameters<typeof someFacts>[1] = {}, estate = 0): Promise<string[]> {
    const made = Array.from({ length: count }, () => ({ elderId: id() }));
    for (const [i, { elderId }] of made.entries()) {
      const address = { estateId: estates[estate]!.id, building: String(1 + (i % 4)), ...given.address };
      const facts = someFacts(community, { name: `老人${i}`, phone: null, ...given, address });
      await office.client.registry.addElder({ id: elderId, facts });
    }
    return made.map(({ elderId }) => elderId);
  }

  const worker = await app.someone('gridWorker', at);
  const head = await app.someone('communityHead', at);
  const me = async (who: SignedIn) => (await who.client.accounts.me()).accountId;

  /** Starts one in the community; answers its id when its list is written and told. */
  async function start(more: Partial<Start> = {}, jobs: readonly Job[] = app.jobs): Promise<string> {
    const begun = await office.client.response.startRollCall({
      ...{ id: id(), reason: 'heat', minutes: 30, perPerson: 20 },
      ...{ choice: { communityIds: [community.id] }, ...more },
    });
    for (const job of jobs) await job.drain();
    return begun.rollCallId;
  }
  const progress = (rollCallId: string) => office.client.response.rollCall({ rollCallId, communityId: community.id });
  const rows = (rollCallId: string, pile: 'all' | 'left' | 'uncovered' = 'all') =>
    office.client.response.rollCallRows({ rollCallId, pile, limit: 50 });
  const mine = async (who: SignedIn) => (await who.client.response.myRollCalls()).items.flatMap((list) => list.rows);
  const answer = (who: SignedIn, rowId: string, said: 'safe' | 'needsHelp' | 'notFound' | 'onTheWay', actId = id()) =>
    who.client.response.answerRollCall({ rowId, id: actId, answer: said });

  /** Moves the clock by minutes, so that a staff session stays awake, and does what is due for these jobs. */
  async function later(minutes: number, jobs: readonly Job[] = app.jobs): Promise<void> {
    for (let left = minutes; left > 0; left -= 10) {
      app.clock.forward(Math.min(left, 10) * minute);
      for (const who of [office, worker, head]) await who.client.accounts.me();
      if (jobs === app.jobs) await app.drain();
      else await Promise.all(jobs.map((job) => job.drain()));
    }
  }

  /** Messages of a roll-call, one row for each person and cause. */
  async function messages(rollCallId: string) {
    const found = await app.store.connection
      .db!.collection('messages')
      .find({ messageId: { $regex: `^${rollCallId}:` } })
      .toArray();
    const ids = [...new Set(found.map((one) => String(one.messageId)))];
    return ids.map((one) => ({ cause: one.split(':').slice(1, -1).join(':'), accountId: one.split(':').at(-1)! }));
  }

  /** Enters that somebody went to hospital. */
  const toHospital = (elderId: string) =>
    office.client.registry.moveLife({
      ...{ elderId, id: id(), seen: 'present', move: 'toHospital', on: dayOf(app.clock()), why: '家属来电' },
    });

  const errors = () => app.logged.filter((line) => JSON.parse(line).level >= 50);
  return {
    ...{ app, office, worker, head, community, street, streetId, at, id, me, elders, start, progress, rows, mine },
    ...{ answer, later, messages, toHospital, errors },
  };
}
