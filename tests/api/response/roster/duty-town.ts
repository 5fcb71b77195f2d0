import { rosterEndpoints } from '@wubian/shared/response/roster/contract.ts';
import type { ShiftRule } from '@wubian/shared/response/roster/roster.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../../../../server/actor.ts';
import { createLog } from '../../../../server/log.ts';
import { noticeModel } from '../../../../server/notices/notice.model.ts';
import { createNoticeStore } from '../../../../server/notices/notice.store.ts';
import { createRoster } from '../../../../server/response/roster/index.ts';
import { createFieldCipher } from '../../../../server/store/field-cipher.ts';
import { createStreetStore, createStreets } from '../../../../server/streets/index.ts';
import { anElder, anId } from '../../../factories/elders.ts';
import { testClock } from '../../../support/clock.ts';
import { testStore } from '../../../support/engine.ts';
import { serveApi } from '../../../support/serve-api.ts';
import { createTownsfolk } from '../../companion/townsfolk.ts';

const community = (name: string) => ({ id: anId(), name, phone: '022-23330000', grids: [], estates: [] });
const aStreet = (name: string, communities: string[]) => ({
  ...{ id: anId(), name, communities: communities.map(community), rules: [] },
});

/**
 * A street with the roster room on a real engine behind real HTTP; people come from the doors of townsfolk.ts. It is
 * Wednesday, 2026-05-06, 09:00. Call once per file, at its top.
 */
export async function openDutyTown() {
  const store = await testStore();
  const clock = testClock();
  const db = store.connection;
  const streets = createStreets(createStreetStore(db), clock);
  const street = aStreet('友谊路街', ['水西里社区', '银杏里社区']);
  const other = aStreet('海棠路街', ['海棠里社区']);
  const folk = createTownsfolk(clock);
  noticeModel(db);
  const told = createNoticeStore(db);
  const cipher = createFieldCipher({ keys: [{ id: 1, key: Buffer.alloc(32, 7) }], indexKey: Buffer.alloc(32, 8) });
  /** Whom no telephone reaches. */
  const mute = new Set<string>();
  const options = {
    ...{ db, cipher, streets, accounts: folk.accounts, registry: folk.registry, tell: told.tell, clock },
    log: createLog('silent'),
    reach: async (_: string, ids: readonly string[]) =>
      new Map(ids.map((id) => [id, { app: true, phone: !mute.has(id) }])),
  };
  const roster = createRoster(options);
  await store.ensureIndexes();
  await streets.save(street);
  await streets.save(other);
  const list = async (actor: Actor) => ({
    items: (await told.list({ streetId: actor.streetId, accountId: actor.accountId, role: actor.role }, 50)).map(
      ({ title, body, urgent }) => ({ title, body, urgent }),
    ),
  });
  const served = await serveApi({ response: rosterEndpoints }, () => ({
    handlers: { response: roster.handlers },
    whoIs: folk.accounts.whoIs,
  }));
  const as = (actor?: Actor) => served.as(actor && folk.tokenOf(actor)).response;

  const [home, far] = street.communities as [(typeof street.communities)[0], (typeof street.communities)[0]];
  const someone = (role: Role, name: string, given: Partial<Actor> = {}): Actor =>
    folk.settle({ streetId: street.id, role, name, communityIds: role === 'streetOffice' ? [] : [home.id], ...given });
  const worker = someone('gridWorker', '刘芳');
  const mate = someone('gridWorker', '钱伟');
  const third = someone('gridWorker', '马丽');
  const head = someone('communityHead', '孙建国');
  const office = someone('streetOffice', '何静');
  const elder = folk.addElder(anElder({ streetId: street.id, communityId: home.id, estateId: anId() }));
  const resident = someone('resident', '王秀兰', { elderId: elder.id, communityIds: [] });

  const aShift = (people: readonly Actor[], given: Partial<ShiftRule> = {}) => ({
    ...{ id: anId(), name: '全天', from: '08:00', to: '08:00', days: 'every' as const, weekdays: [] },
    ...{ each: 'day' as const, since: dayOf(clock()), turns: people.map(({ accountId }) => [accountId]) },
    ...(given as object),
  });

  /** A post with a published plan, in force now. */
  async function aPost(
    shifts: ReturnType<typeof aShift>[],
    { by = head, communityId = home.id as string | null, postId = anId() } = {},
  ): Promise<string> {
    const draft = { postId, communityId, name: '社区值守', phone: null, rev: 0, shifts };
    const { rev } = await as(by).planDuty(draft);
    await as(by).publishDuty({ postId, rev, from: dayOf(clock()), despite: true });
    return postId;
  }

  return {
    ...{ db, clock, street, other, home, far, folk, roster, as, someone, aShift, aPost, mute, options },
    ...{ worker, mate, third, head, office, resident, elder },
    toldTo: async (actor: Actor) => (await list(actor)).items,
    /** Runs every job once, as it is due now. */
    drain: async () => {
      for (const job of createRoster(options).jobs) await job.drain();
    },
    /** The names of those on duty at an instant. */
    onDuty: async (at = clock(), communityId = home.id) =>
      (await roster.door.onDuty(street.id, communityId, at)).map(({ name, via }) => `${name} ${via}`),
  };
}
