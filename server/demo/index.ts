import { setTimeout as wait } from 'node:timers/promises';
import { Refusal, type RefusalCode } from '@wubian/shared/refusals.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import { createCompanion, fillDemoTasks } from '../companion/index.ts';
import type { Call } from '../handler.ts';
import type { Logger } from '../log.ts';
import type { NoticesRoom } from '../notices/index.ts';
import type { Registry } from '../registry/index.ts';
import { fillDemoRoster } from '../response/index.ts';
import type { Store } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import { demoStreet, otherDemoStreet } from './areas.ts';
import { demoId } from './demo-id.ts';
import { createDemoMarks } from './demo-mark.store.ts';
import { demoElders, mother, otherDemoElders } from './elders.ts';
import { demoIdentities, fillPeople } from './people.ts';

/** What the demo street is filled through: the rooms' own doors and commands, so that it is as real as any other. */
export interface DemoDeps {
  store: Pick<Store, 'connection' | 'engine'>;
  cipher: FieldCipher;
  clock: Clock;
  log: Logger;
  streets: Streets;
  accounts: Accounts;
  registry: Registry;
  notices: NoticesRoom;
}
type People = Awaited<ReturnType<typeof fillPeople>>;

const call: Call = { requestId: 'demo', address: '127.0.0.1', userAgent: '', about: () => {} };

/** Lets pass what an earlier start, broken off, has done already. */
async function unlessDone(code: RefusalCode, act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === code)) throw error;
  }
}

async function fillElders({ registry }: DemoDeps, { office, otherOffice }: People): Promise<void> {
  const add = (by: Actor) => (elder: (typeof demoElders)[number]) =>
    unlessDone('id_taken', registry.handlers.addElder(by, elder, call));
  for (const elder of demoElders) await add(office)(elder);
  for (const elder of otherDemoElders) await add(otherOffice)(elder);
}

/** The daughter's grant, confirmed by her mother; and a son's asking that waits for the worker. */
async function fillGrants({ registry, clock }: DemoDeps, { mother: her, daughter, son }: People): Promise<void> {
  const { askGrant, answerGrant } = registry.handlers;
  const [, neighbour] = demoElders;
  const asking = {
    streetId: demoStreet.id,
    communityId: demoStreet.communities[0]!.id,
    scopes: ['see' as const, 'ask' as const, 'confirm' as const],
    until: addDays(dayOf(clock()), 365),
  };
  const { name: elderName, phone: elderPhone } = mother.facts;
  const grantId = demoId('grant', 'daughter');
  const daughters = { ...asking, id: grantId, elderName, elderPhone, relation: 'daughter' as const };
  const sons = { ...asking, id: demoId('grant', 'son'), elderName: neighbour!.facts.name, elderPhone: null };
  await unlessDone('id_taken', askGrant(daughter, daughters, call));
  await unlessDone('grant_moved_on', answerGrant(her, { grantId, answer: 'confirm', note: '' }, call));
  await unlessDone('id_taken', askGrant(son, { ...sons, relation: 'son' }, call));
}

/** Each community round the clock by its worker and its head; the street's duty leader is its office. */
function fillDuty({ store, clock }: DemoDeps, people: People): Promise<void> {
  const pairs = [
    [people.worker, people.head],
    [people.otherWorker, people.otherHead],
    [people.lilyWorker, people.lilyHead],
    [people.seasonsWorker, people.seasonsHead],
  ];
  const staff = pairs.map((pair, place) => ({
    communityId: demoStreet.communities[place]!.id,
    accountIds: pair.map(({ accountId }) => accountId),
  }));
  const leader = { communityId: null, accountIds: [people.office.accountId] };
  return fillDemoRoster({ db: store.connection, clock }, demoStreet.id, [...staff, leader]);
}

async function fillTasks(deps: DemoDeps, people: People): Promise<void> {
  const { store, accounts, registry, notices } = deps;
  const rooms = { ...deps, db: store.connection, accounts: accounts.door, registry: registry.door };
  const createRoom = (clock: Clock) => createCompanion({ ...rooms, notices: notices.door, clock });
  const { handlers } = createRoom(deps.clock);
  const [first, second] = demoStreet.communities[0]!.estates;
  await handlers.setMyPoint(people.volunteer, { estateId: first!.id }, call);
  await handlers.setMyPoint(people.trainedVolunteer, { estateId: second!.id }, call);
  const inCommunity = demoElders.filter(({ facts }) => facts.address.communityId === demoStreet.communities[0]!.id);
  await fillDemoTasks(createRoom, deps.clock, {
    daughter: people.daughter,
    worker: people.worker,
    volunteers: [people.volunteer, people.trainedVolunteer, people.thirdVolunteer],
    motherId: mother.id,
    elderIds: inCommunity.flatMap(({ id }) => (id === mother.id ? [] : [id])),
  });
}

/** Tries and pause: half a minute in all, many times what the story takes. */
const patience = { tries: 150, pauseMs: 200 };

/**
 * Waits while another server that was started at the same moment plays the story on its clock of the past: this one's
 * jobs, on the clock of today, must not meddle with it. A server that runs its own engine has no such other; and one
 * that died over the story is not waited for long.
 */
async function untilFilled(isFilled: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < patience.tries && !(await isFilled()); tries++) await wait(patience.pauseMs);
}

const welcome = (): string[] => [
  `演示街道：${demoStreet.name}（人物和地址都是虚构的）`,
  `打开网址后可以用这些演示身份登录：${demoIdentities()}`,
];

/**
 * Fills the demo streets once and answers what to say at the terminal. Broken off, it goes on at the next start;
 * the story of the tasks, whose steps are new each time, is begun only once.
 */
export async function fillDemo(deps: DemoDeps): Promise<string[]> {
  const marks = createDemoMarks(deps.store.connection);
  if (await marks.isDone('all')) return welcome();
  await deps.streets.save(demoStreet);
  await deps.streets.save(otherDemoStreet);
  const people = await fillPeople(deps.accounts);
  await fillElders(deps, people);
  await fillGrants(deps, people);
  await fillDuty(deps, people);
  if (await marks.begin('tasks', deps.clock())) await fillTasks(deps, people);
  else if (!deps.store.engine) await untilFilled(() => marks.isDone('all'));
  await marks.done('all', deps.clock());
  return welcome();
}
