import { createHash } from 'node:crypto';
import { api } from '@wubian/shared/api.ts';
import { toSent } from '@wubian/shared/client.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { commonRefusals, type RefusalBody, refusals } from '@wubian/shared/refusals.ts';
import { type Role, roleMay, roleNames } from '@wubian/shared/roles.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../server/store/ids.ts';
import { anIncident } from '../support/an-incident.ts';
import { openApp } from '../support/app.ts';
import { type Aims, sampleInputs } from './sample-inputs.ts';

/** Every endpoint × every role × two streets: who may not come in stays out, and no byte of the other street comes back. */
const app = await openApp();
const hour = 3_600_000;

const endpoints = Object.entries(api).flatMap(([room, all]) =>
  Object.entries(all as Record<string, Endpoint>).map(([name, e]) => ({ room, name, e })),
);
/** Public on purpose: names and phones of communities, for someone who does not live in any street yet. */
const isPublic = ({ e }: { e: Endpoint }): boolean => e.may === 'anyone';

type Mine = { aims: Aims; as: Record<Role, string> };
let here: Mine;
let there: Mine;
/** Whatever may be read only in the first street: its elders and tasks, and its estates; communities are public. */
let secrets: string[];

async function streetWith(name: RegExp): Promise<Mine> {
  const street = (await app.streets.all()).find((one) => name.test(one.name))!;
  const community = street.communities[0]!;
  const db = app.store.connection;
  const elder = (await db.collection('elders').findOne({ streetId: street.id }))!;
  const elderId = String(elder._id);
  const communityIds = [String(elder.communityId)];
  const at = { streetId: street.id, communityIds, elderId };
  const tokens = {} as Record<Role, string>;
  for (const role of roleNames) {
    const scoped = role === 'resident' ? at : { streetId: street.id, communityIds };
    tokens[role] = (await app.someone(role, scoped)).token;
  }
  const me = await app.as(tokens.volunteer).accounts.me();
  const task = await db.collection('tasks').findOne({ streetId: street.id });
  const grant = await db.collection('grants').findOne({ streetId: street.id });
  const session = (await app.as(tokens.volunteer).accounts.sessions()).items[0]!;
  const now = app.clock();
  return {
    as: tokens,
    aims: {
      streetId: street.id,
      communityId: community.id,
      estateId: community.estates[0]!.id,
      elderId,
      taskId: String(task?._id ?? newId(now)),
      grantId: String(grant?._id ?? newId(now)),
      accountId: me.accountId,
      assignmentId: me.active!.id,
      sessionId: session.id,
      photoId: newId(now),
      incidentId: await anIncident(app, street.id, elderId),
      newId: () => newId(now),
      at: new Date(now.getTime() + hour).toISOString(),
      later: new Date(now.getTime() + 3 * hour).toISOString(),
      day: addDays(dayOf(now), 30),
    },
  };
}

/** A print of everything stored for a street, so that one changed byte is seen. */
async function printOf(streetId: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await app.store.connection.db!.listCollections().toArray()).map(({ name }) => name).sort();
  for (const name of names.filter((one) => !one.startsWith('system.'))) {
    const found = await app.store.connection.collection(name).find({ streetId }).sort({ _id: 1 }).toArray();
    hash.update(`${name}\n${JSON.stringify(found)}\n`);
  }
  hash.update(JSON.stringify(await app.store.connection.collection('streets').findOne({ _id: streetId as never })));
  return hash.digest('hex');
}

const call = (which: (typeof endpoints)[number], aims: Aims, token?: string) => {
  const inputs = sampleInputs(aims) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  return app.raw(toSent(which.e, inputs[which.room]![which.name]!), token);
};
const codeOf = (text: string): string => (JSON.parse(text) as RefusalBody).code;

beforeAll(async () => {
  here = await streetWith(/^友谊路/);
  there = await streetWith(/^海棠路/);
  // All have signed in, which is entered here; whoever reads the audit later would bring those entries into the chain.
  for (const job of app.audit.jobs) await job.drain();
  const db = app.store.connection;
  const of = { streetId: here.aims.streetId };
  const elders = await db.collection('elders').find(of).toArray();
  const tasks = await db.collection('tasks').find(of).toArray();
  const others = new Set(
    (await db.collection('elders').find({ streetId: there.aims.streetId }).toArray()).map((e) => e.name),
  );
  const street = await app.streets.street(here.aims.streetId);
  secrets = [
    ...elders.flatMap(({ _id, name }) => [String(_id), String(name)]),
    ...tasks.map(({ _id }) => String(_id)),
    ...street.communities.flatMap(({ estates }) => estates.flatMap((e) => [e.id, e.name])),
  ].filter((secret) => !others.has(secret));
  expect(secrets.length).toBeGreaterThan(100);
});

describe.each(endpoints)('$room $name', (which) => {
  const { e } = which;

  it('lets no stranger in unless it is for anyone', async () => {
    const { status, text } = await call(which, here.aims);
    if (isPublic(which)) expect(status).not.toBe(401);
    else expect([status, codeOf(text)]).toEqual([401, 'not_signed_in']);
    const stale = await call(which, here.aims, 'x'.repeat(43));
    if (!isPublic(which)) expect([stale.status, codeOf(stale.text)]).toEqual([401, 'session_expired']);
  });

  it('lets in only roles whose row says so, and writes nothing for the others', async () => {
    const { may } = e;
    if (may === 'anyone' || may === 'signedIn') return;
    const shut = roleNames.filter((role) => !roleMay(role, may));
    const before = await printOf(here.aims.streetId);
    for (const role of shut) {
      const { status, text } = await call(which, here.aims, here.as[role]);
      expect([role, status, codeOf(text)]).toEqual([role, 403, 'not_allowed']);
    }
    expect(await printOf(here.aims.streetId)).toBe(before);
  });

  it('gives no role of another street a byte of this one, and writes nothing here', async () => {
    const before = await printOf(here.aims.streetId);
    for (const role of roleNames) {
      const { text } = await call(which, here.aims, there.as[role]);
      const leaks = isPublic(which) ? [] : secrets.filter((secret) => text.includes(secret));
      expect([role, leaks]).toEqual([role, []]);
      expect([role, codeOf(text)]).not.toEqual([role, 'unexpected']);
    }
    // Joining or asking for a grant in this street is open to anyone who is signed in.
    if (!['accounts.join', 'registry.askGrant'].includes(`${which.room}.${which.name}`)) {
      expect(await printOf(here.aims.streetId)).toBe(before);
    }
  });

  it('refuses a field that nobody asked for, by name, with nothing written', async () => {
    const { may } = e;
    const role = roleNames.find((one) => may === 'anyone' || may === 'signedIn' || roleMay(one, may))!;
    const inputs = sampleInputs(here.aims) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const before = await printOf(here.aims.streetId);
    const sent = toSent(e, { ...inputs[which.room]![which.name]!, nobodyAsked: '1' });
    const { status, text } = await app.raw(sent, here.as[role]);
    expect([status, codeOf(text)]).toEqual([400, 'bad_input']);
    expect(text).toContain('nobodyAsked');
    expect(await printOf(here.aims.streetId)).toBe(before);
  });
});

it('answers every role of the street itself with success or with a refusal that the endpoint declares', async () => {
  const wrong: unknown[] = [];
  // Accounts come last: they end roles that the others act in.
  const inOrder = endpoints.toSorted((a, b) => Number(a.room === 'accounts') - Number(b.room === 'accounts'));
  for (const which of inOrder) {
    for (const role of roleNames) {
      // A fresh session for each call of the accounts, since some of them end it.
      const { communityId, elderId, streetId } = here.aims;
      const fresh = () =>
        app.someone(role, { streetId, communityIds: [communityId], ...(role === 'resident' && { elderId }) });
      const token = which.room === 'accounts' ? (await fresh()).token : here.as[role];
      const { status, text } = await call(which, here.aims, token);
      if (status < 300) continue;
      const code = codeOf(text) as keyof typeof refusals;
      const declared = which.e.refusals.includes(code) || (commonRefusals as readonly string[]).includes(code);
      if (!declared || code === 'unexpected' || code === 'busy' || refusals[code].status !== status) {
        wrong.push([which.room, which.name, role, status, text]);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
