import { api } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Actor } from '../../../server/actor.ts';
import { createCompanion } from '../../../server/companion/index.ts';
import { createLog } from '../../../server/log.ts';
import type { ElderFile } from '../../../server/registry/door.ts';
import { createFieldCipher } from '../../../server/store/field-cipher.ts';
import { createStreetStore, createStreets, firstRules, type Rules } from '../../../server/streets/index.ts';
import { anElder, anId } from '../../factories/elders.ts';
import { aWish, hour } from '../../factories/tasks.ts';
import { testClock } from '../../support/clock.ts';
import { testStore } from '../../support/engine.ts';
import { noticesRoom } from '../../support/notices-room.ts';
import { serveApi } from '../../support/serve-api.ts';
import { createTownsfolk } from './townsfolk.ts';

const rooms = { companion: api.companion, notices: api.notices };
type Rooms = typeof rooms;

const community = (name: string, ...estates: [name: string, longitude: number][]) => ({
  id: anId(),
  name,
  phone: '02200000000',
  grids: [],
  estates: estates.map(([estate, longitude]) => ({ id: anId(), name: estate, point: { longitude, latitude: 39.08 } })),
});

const aStreet = (name: string) => ({
  id: anId(),
  name,
  communities: [
    community('水景园社区', ['水景园', 117.23], ['谊景村', 117.24], ['柳苑', 117.26]),
    community('贵山里社区', ['贵山里', 117.3]),
  ],
  rules: [],
});

/**
 * A small street on a real engine behind real HTTP: the companion and notices rooms as they are, people and elders
 * from the doors of townsfolk.ts. Call once per file, at its top.
 */
export async function openTown() {
  const store = await testStore();
  const clock = testClock();
  const log = createLog('silent');
  const db = store.connection;
  const streets = createStreets(createStreetStore(db), clock);
  const street = aStreet('友谊路街道');
  const other = aStreet('别的街道');
  const folk = createTownsfolk(clock);
  const notices = noticesRoom({ db, clock });
  const cipher = createFieldCipher({ keys: [{ id: 1, key: Buffer.alloc(32, 7) }], indexKey: Buffer.alloc(32, 8) });
  const { accounts, registry } = folk;
  const companion = createCompanion({ db, cipher, streets, accounts, registry, notices: notices.door, clock, log });
  await store.ensureIndexes();
  await streets.save(street);
  await streets.save(other);

  const handlers = { companion: companion.handlers, notices: notices.handlers };
  const served = await serveApi(rooms, () => ({ handlers, whoIs: accounts.whoIs }));
  const as = (actor: Actor): Client<Rooms> => served.as(folk.tokenOf(actor));

  const [home, far] = street.communities as [(typeof street.communities)[0], (typeof street.communities)[0]];
  const someone = (role: Role, name: string, given: Partial<Actor> = {}): Actor =>
    folk.settle({ streetId: street.id, role, name, communityIds: [home.id], ...given });
  const newElder = (given: Partial<ElderFile> = {}): ElderFile =>
    folk.addElder(anElder({ streetId: street.id, communityId: home.id, estateId: home.estates[0]!.id, ...given }));

  const elder = newElder();
  const resident = someone('resident', '王秀兰', { elderId: elder.id, communityIds: [] });
  const daughter = someone('family', '周敏', { communityIds: [] });
  folk.grant({
    accountId: daughter.accountId,
    elderId: elder.id,
    relation: 'daughter',
    scopes: ['see', 'ask', 'confirm'],
  });
  const worker = someone('gridWorker', '赵静');
  const office = someone('streetOffice', '孙主任', { communityIds: [] });
  const volunteer = someone('volunteer', '李志强');
  const [clockWorker, outbox] = companion.workers;

  /** Runs what the clock has made due, then all that follows from it. */
  const settleDown = async (): Promise<void> => {
    await clockWorker.drain();
    await outbox.drain();
  };

  /** A task of this elder brought to a status the way it comes there in life. */
  async function aTask(status: TaskStatus, given: Partial<Parameters<typeof aWish>[1]> = {}, by: Actor = volunteer) {
    const { id } = await as(daughter).companion.ask(aWish(clock(), { elderId: elder.id, ...given }));
    const taskId = id;
    const steps: Partial<Record<TaskStatus, () => Promise<unknown>>> = {
      open: () => as(worker).companion.open({ taskId }),
      claimed: () => as(by).companion.claim({ taskId }),
      inService: () => as(by).companion.start({ taskId, at: clock().toISOString() }),
      done: () => {
        clock.forward(hour);
        return as(by).companion.finish({ taskId, at: clock().toISOString(), did: '做了午饭' });
      },
      objected: () => as(daughter).companion.object({ taskId, reason: '没有来那么久' }),
      confirmed: () => as(daughter).companion.confirm({ taskId }),
    };
    const path: TaskStatus[] = [
      'open',
      'claimed',
      'inService',
      'done',
      ...(status === 'objected' ? [status] : ['confirmed' as const]),
    ];
    for (const step of status === 'asked' ? [] : path.slice(0, path.indexOf(status) + 1)) await steps[step]!();
    return taskId;
  }

  const setRules = (rules: Partial<Rules>): Promise<void> => streets.setRules(street.id, { ...firstRules, ...rules });
  const people = { elder, resident, daughter, worker, office, volunteer };
  return {
    ...{ db, clock, street, other, home, far, folk, as, someone, newElder, aTask, settleDown, outbox, setRules },
    ...{ companion, streets, notices, cipher, log },
    ...people,
  };
}
