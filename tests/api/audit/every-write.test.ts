import { randomUUID } from 'node:crypto';
import { api } from '@wubian/shared/api.ts';
import { toSent } from '@wubian/shared/client.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { type Role, roleMay, roleNames } from '@wubian/shared/roles.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../server/audit/entry.ts';
import { newId } from '../../../server/store/ids.ts';
import { type Aims, sampleInputs } from '../../architecture/sample-inputs.ts';
import { anIncident } from '../../support/an-incident.ts';
import { openApp } from '../../support/app.ts';

/** Every endpoint that writes, called over real HTTP: one entry each, with how it ended and nothing personal. */
const app = await openApp();
const hour = 3_600_000;
const db = app.store.connection;
let aims: Aims;

const endpoints = Object.entries(api).flatMap(([room, all]) =>
  Object.entries(all as Record<string, Endpoint>).map(([name, e]) => ({ room, name, e })),
);
const writes = endpoints.filter(({ e }) => e.method !== 'GET');

async function ask(e: Endpoint, input: unknown, token?: string, requestId: string = randomUUID()) {
  const { method, url, body } = toSent(e, input as Record<string, unknown>);
  const answer = await fetch(`${app.url}/api${url}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  return { status: answer.status, code: answer.ok ? 'done' : (JSON.parse(text).code as string), text, requestId };
}
async function entriesOf(requestId: string): Promise<Entry[]> {
  for (const job of app.audit.jobs) await job.drain();
  return db.collection<Entry>('audit').find({ requestId }).toArray();
}
const someone = (role: Role) =>
  app.someone(role, {
    streetId: aims.streetId,
    communityIds: [aims.communityId],
    ...(role === 'resident' && { elderId: aims.elderId }),
  });

beforeAll(async () => {
  const street = (await app.streets.all()).find(({ name }) => /^友谊路/.test(name))!;
  const elder = (await db.collection('elders').findOne({ streetId: street.id }))!;
  const task = (await db.collection('tasks').findOne({ streetId: street.id }))!;
  const grant = (await db.collection('grants').findOne({ streetId: street.id }))!;
  const community = street.communities.find(({ id }) => id === elder.communityId)!;
  const now = app.clock();
  const fresh = () => newId(now);
  aims = {
    ...{ streetId: street.id, communityId: community.id, estateId: community.estates[0]!.id },
    ...{ elderId: String(elder._id), taskId: String(task._id), grantId: String(grant._id) },
    ...{ accountId: fresh(), assignmentId: fresh(), sessionId: fresh(), photoId: fresh(), newId: fresh },
    ...{ at: new Date(now.getTime() + hour).toISOString(), later: new Date(now.getTime() + 3 * hour).toISOString() },
    incidentId: await anIncident(app, street.id, String(elder._id)),
    day: addDays(dayOf(now), 30),
  };
});
const inputOf = ({ room, name }: (typeof endpoints)[number]) =>
  (sampleInputs(aims) as unknown as Record<string, Record<string, unknown>>)[room]![name];

describe.each(writes.filter(({ e }) => e.may !== 'anyone'))('$room $name', (which) => {
  const { may } = which.e;
  const role = roleNames.find((one) => may === 'signedIn' || may === 'anyone' || roleMay(one, may))!;

  it('leaves one entry in her street’s chain, with how it ended', async () => {
    const { token } = await someone(role);
    const { accountId } = await app.as(token).accounts.me();
    const { code, requestId } = await ask(which.e, inputOf(which), token);
    expect(await entriesOf(requestId)).toMatchObject([
      { streetId: aims.streetId, act: `${which.room}.${which.name}`, accountId, role, outcome: code, by: 'person' },
    ]);
  });

  it('leaves none for who is not let in, nor for input that is not understood', async () => {
    const shut = roleNames.find((one) => may !== 'signedIn' && may !== 'anyone' && !roleMay(one, may));
    const tries = [
      await ask(which.e, inputOf(which)),
      await ask(which.e, { nobodyAsked: '1' }, (await someone(role)).token),
    ];
    if (shut) tries.push(await ask(which.e, inputOf(which), (await someone(shut)).token));
    for (const { status, requestId } of tries) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(await entriesOf(requestId)).toEqual([]);
    }
    expect(await db.collection('auditInbox').countDocuments()).toBe(0);
  });
});

it('reading leaves no entry, but for reading the audit itself', async () => {
  const { token } = await someone('streetOffice');
  for (const which of endpoints.filter(({ e }) => e.method === 'GET')) {
    const { status, requestId } = await ask(which.e, inputOf(which), token);
    const acts = (await entriesOf(requestId)).map(({ act, group }) => [act, group]);
    const revealed = `${which.room}.${which.name}` === 'office.audit';
    if (revealed) expect([acts, status]).toEqual([[['office.audit', 'reveal']], 200]);
    else if (acts.length) expect(acts).toEqual([[`${which.room}.${which.name}`, 'reveal']]);
  }
});

it('a sign-in is entered for who she turned out to be; a wrong one is nobody’s', async () => {
  const { signInAsPersona } = api.accounts;
  const { items } = await app.as().accounts.personas();
  const { code, text, requestId } = await ask(signInAsPersona, { key: items[0]!.key });
  expect(code).toBe('done');
  const { accountId, active } = JSON.parse(text).me;
  expect(await entriesOf(requestId)).toMatchObject([
    { act: 'accounts.signInAsPersona', group: 'access', accountId, role: active.role, streetId: active.streetId },
  ]);
  const wrong = await ask(signInAsPersona, { key: 'nobody' });
  expect(await entriesOf(wrong.requestId)).toEqual([]);
});

it('a repeat is a second call, and so a second entry', async () => {
  const { token } = await someone('volunteer');
  const requestId = randomUUID();
  await ask(api.accounts.rename, { name: '王小明' }, token, requestId);
  await ask(api.accounts.rename, { name: '王小明' }, token, requestId);
  expect(await entriesOf(requestId)).toHaveLength(2);
});

it('every chain is whole after all of this, and holds no phone, door, name or word of a reason', async () => {
  for await (const { fault, streetId } of app.audit.verifier.verify([]))
    expect([streetId, fault]).toEqual([streetId, null]);
  const stored = JSON.stringify([
    ...(await db.collection('audit').find().toArray()),
    ...(await db.collection('auditInbox').find().toArray()),
  ]);
  expect(stored.length).toBeGreaterThan(10_000);
  const elders = await db.collection('elders').find({ streetId: aims.streetId }).project({ _id: 1 }).toArray();
  const ids = elders.map(({ _id }) => String(_id));
  const names = [...(await app.registry.door.elderNames(aims.streetId, ids)).values()];
  expect(names.length).toBeGreaterThan(10);
  const raw = [...names, '测试原因', '测试老人', '测试人', '王小明', '13900009997', '13900009998'];
  expect(raw.filter((word) => stored.includes(word))).toEqual([]);
  // Numbers of the test's and the demo's people; a request's id may hold any digits.
  expect(/1(38|39)0000\d{4}/.exec(stored)).toBeNull();
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
