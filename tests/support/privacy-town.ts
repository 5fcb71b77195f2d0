import { randomBytes } from 'node:crypto';
import { dayOf } from '@wubian/shared/time.ts';
import { someFacts } from '../factories/elder-facts.ts';
import { anIdNumber } from '../factories/id-numbers.ts';
import { openApp, type SignedIn } from './app.ts';

export const anId = (): string => randomBytes(12).toString('hex');

/** Everything of an elder that nobody may come upon outside a logged look: each text is found in a whole answer. */
export const seeds = {
  name: '欧阳若楠',
  idNumber: anIdNumber('1941-02-03', 'female', 7),
  phone: '13800007001',
  landline: '02288887002',
  contactPhone: '13900007003',
  keyPhone: '13900007004',
  doctorPhone: '13900007005',
  hukou: '旧村胡同七十八号',
  door: '4107甲',
  careNotes: '夜里要人扶着起床',
  doorNotes: '钥匙在门卫老赵那里',
  allergies: '青霉素过敏严重',
  chronic: '帕金森病',
};

/** The seeds that are hidden from everybody without a look on record: numbers, and what leads to a door. */
export const hiddenSeeds = [
  ...[seeds.idNumber, seeds.phone, seeds.landline, seeds.contactPhone, seeds.keyPhone, seeds.doctorPhone],
  ...[seeds.hukou, seeds.door],
];

/** The whole program on the demo streets, with one elder whose every secret is known, and the people around her. */
export async function openPrivacyTown() {
  const app = await openApp();
  const street = (await app.streets.all()).find(({ name }) => name.startsWith('友谊路'))!;
  const other = (await app.streets.all()).find(({ id }) => id !== street.id)!;
  const [home, far] = street.communities as [(typeof street.communities)[0], (typeof street.communities)[0]];
  const at = { streetId: street.id, communityIds: [home.id] };
  const [office, second, worker, head, farWorker, volunteer, daughter] = await Promise.all([
    app.someone('streetOffice', { streetId: street.id }),
    app.someone('streetOffice', { streetId: street.id }),
    app.someone('gridWorker', at),
    app.someone('communityHead', at),
    app.someone('gridWorker', { streetId: street.id, communityIds: [far.id] }),
    app.someone('volunteer', at),
    app.someone('family', { streetId: street.id }),
  ]);

  const person = (relation: string, name: string, phone: string) => ({ relation, name, phone });
  const elderId = anId();
  await office.client.registry.addElder({
    id: elderId,
    facts: someFacts(home, {
      ...{ name: seeds.name, birthDate: '1941-02-03', idNumber: seeds.idNumber, phone: seeds.phone },
      ...{ landline: seeds.landline, hukouAddress: seeds.hukou, careNotes: seeds.careNotes },
      ...{ doorNotes: seeds.doorNotes, allergies: seeds.allergies, chronic: [seeds.chronic] },
      contacts: [person('女儿', '周敏', seeds.contactPhone)],
      keyHolders: [person('邻居', '赵大妈', seeds.keyPhone)],
      doctor: person('医生', '钱医生', seeds.doctorPhone),
      address: { building: '9', unit: '1', floor: '41', room: seeds.door },
    }),
  });
  const resident = await app.someone('resident', { streetId: street.id, elderId });

  /** Binds somebody of the family to the elder, witnessed by the worker. */
  async function grant(who: SignedIn, relation: 'daughter' | 'guardian' = 'daughter', scopes = ['see' as const]) {
    const id = anId();
    const until = `${Number(dayOf(app.clock()).slice(0, 4)) + 1}-01-01`;
    await who.client.registry.askGrant({
      ...{ id, streetId: street.id, communityId: home.id, elderName: seeds.name, relation, scopes, until },
    });
    await worker.client.registry.answerGrant({ grantId: id, answer: 'confirm', how: 'visit', elderId });
    return id;
  }
  await grant(daughter);

  /** A request of the elder herself, opened to volunteers. */
  async function openTask(): Promise<string> {
    const taskId = anId();
    const from = new Date(app.clock().getTime() + 3_600_000);
    const to = new Date(app.clock().getTime() + 3 * 3_600_000);
    const window = { from: from.toISOString(), to: to.toISOString() };
    const task = await resident.client.companion.ask({ id: taskId, elderId, kind: 'helpClean', window });
    if (task.status === 'asked') {
      const opener = await app.someone('gridWorker', at);
      await opener.client.companion.open({ taskId });
    }
    return taskId;
  }

  const people = { office, second, worker, head, farWorker, volunteer, daughter, resident };
  return { ...app, street, other, home, far, elderId, grant, openTask, ...people };
}
