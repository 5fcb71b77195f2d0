import { api } from '@wubian/shared/api.ts';
import { toSent } from '@wubian/shared/client.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { hiddenFields } from '@wubian/shared/registry/fields.ts';
import { type Role, roleNames } from '@wubian/shared/roles.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../server/store/ids.ts';
import { anIncident } from '../support/an-incident.ts';
import { anId, hiddenSeeds, openPrivacyTown, seeds } from '../support/privacy-town.ts';
import { type Aims, sampleInputs } from './sample-inputs.ts';

/**
 * Every endpoint as every role of both streets, on an elder whose ID number, phones and door are known: none of them
 * comes back but where the table below says so, and there a look stands on record.
 */
const town = await openPrivacyTown();
const { elderId } = town;

type Viewer = `${'here' | 'there'} ${Role}` | 'here volunteer who looks';

/** Where raw values may come back, to whom and why; `logged` is the act that must stand in the list of who looked. */
const allowed: { endpoints: RegExp; viewers: Viewer[]; logged: string | null }[] = [
  // Her own data, and that of an elder who has let her family see.
  { endpoints: /^registry\.myElders$/, viewers: ['here resident', 'here family'], logged: null },
  { endpoints: /^companion\./, viewers: ['here resident', 'here family'], logged: null },
  // The volunteer who has taken her task: the claim is the look.
  { endpoints: /^companion\./, viewers: ['here volunteer'], logged: 'companion.claim' },
  // Staff, for a reason.
  {
    endpoints: /^registry\.reveal$/,
    viewers: ['here gridWorker', 'here communityHead', 'here streetOffice'],
    logged: 'registry.reveal',
  },
  {
    endpoints: /^registry\.breakGlass$/,
    viewers: ['here gridWorker', 'here communityHead'],
    logged: 'registry.breakGlass',
  },
  // While she calls for help: her own side, and the staff who answer for the place.
  { endpoints: /^response\./, viewers: ['here resident', 'here family'], logged: null },
  ...(['incident', 'act'] as const).map((name) => ({
    endpoints: new RegExp(`^response\\.${name}$`),
    viewers: ['here gridWorker', 'here communityHead', 'here streetOffice'] as Viewer[],
    logged: `response.${name}`,
  })),
  { endpoints: /^registry\.exportPerson$/, viewers: ['here streetOffice'], logged: 'registry.exportPerson' },
];

const endpoints = Object.entries(api).flatMap(([room, all]) =>
  Object.entries(all as Record<string, Endpoint>).map(([name, e]) => ({
    name: `${room}.${name}`,
    room,
    short: name,
    e,
  })),
);

let aims: Aims;
const tokens = new Map<Viewer, string>();
/** What came back raw: `viewer endpoint: seed`. */
const leaks = new Set<string>();
const logged = new Set<string>();
let answers = 0;

async function signIn(viewer: Viewer): Promise<string> {
  const [where, role] = viewer.split(' ') as ['here' | 'there', Role];
  if (viewer === 'here resident') return (await town.someone('resident', { streetId: town.street.id, elderId })).token;
  const { id: streetId, communities } = where === 'here' ? town.street : town.other;
  return (await town.someone(role, { streetId, communityIds: [communities[0]!.id] })).token;
}

/** As the sample calls, aimed at her in earnest. */
const earnest = (): Record<string, Record<string, unknown>> => ({
  'registry.reveal': { elderId, fields: [...hiddenFields], reason: 'visit' },
  'registry.breakGlass': { id: anId(), name: seeds.name, phone: seeds.phone, why: '邻居说屋里有呼救声' },
  'registry.listElders': { q: seeds.phone },
  'registry.countElders': { q: seeds.idNumber },
  'registry.twinsOf': { name: seeds.name, sex: 'female', birthDate: '1941-02-03', phone: seeds.phone },
});

async function call(viewer: Viewer, which: (typeof endpoints)[number], requestId: string): Promise<void> {
  const samples = sampleInputs(aims) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  const input =
    which.name === 'registry.exportPerson'
      ? { requestId }
      : (earnest()[which.name] ?? samples[which.room]![which.short]!);
  const sent = toSent(which.e, input);
  let answer = await town.raw(sent, tokens.get(viewer));
  if (answer.status === 401) {
    tokens.set(viewer, await signIn(viewer));
    answer = await town.raw(sent, tokens.get(viewer));
  }
  answers++;
  for (const seed of hiddenSeeds) {
    if (!answer.text.includes(seed)) continue;
    const rule = allowed.find(({ endpoints: named, viewers }) => named.test(which.name) && viewers.includes(viewer));
    if (rule?.logged) logged.add(rule.logged);
    if (!rule) leaks.add(`${viewer} ${which.name}: ${seed}`);
  }
}

const viewers: Viewer[] = [
  ...roleNames.flatMap((role): Viewer[] => [`here ${role}`, `there ${role}`]),
  'here volunteer who looks',
];

beforeAll(async () => {
  const now = town.clock();
  // One task that the volunteer has taken, and one that is open.
  const taskId = await town.openTask();
  await town.volunteer.client.companion.claim({ taskId });
  await town.openTask();
  const me = await town.volunteer.client.accounts.me();
  const grantId = await town.grant(town.daughter, 'guardian').catch(() => anId());
  for (const viewer of viewers) tokens.set(viewer, await signIn(viewer));
  tokens.set('here resident', town.resident.token);
  tokens.set('here family', town.daughter.token);
  tokens.set('here volunteer', town.volunteer.token);
  tokens.set(
    'here volunteer who looks',
    (await town.someone('volunteer', { streetId: town.street.id, communityIds: [town.home.id] })).token,
  );
  const [session] = (await town.volunteer.client.accounts.sessions()).items;
  aims = {
    ...{ streetId: town.street.id, communityId: town.home.id, estateId: town.home.estates[0]!.id },
    ...{ elderId, taskId, grantId, accountId: me.accountId, assignmentId: anId(), sessionId: session!.id },
    incidentId: await anIncident(town, town.street.id, elderId),
    ...{ photoId: anId(), newId: () => newId(now), day: addDays(dayOf(now), 30) },
    ...{
      at: new Date(now.getTime() + 3_600_000).toISOString(),
      later: new Date(now.getTime() + 9_000_000).toISOString(),
    },
  };
});

describe('a crawl', () => {
  it('as every role over all endpoints brings no raw number and no door outside a look on record', async () => {
    const isRead = ({ e }: (typeof endpoints)[number]) => e.method === 'GET';
    const request = await town.office.client.registry.askRights({
      ...{ id: anId(), elderId, kind: 'export', asker: 'elder', askerName: '本人', proof: 'idCard' },
    });
    for (const round of [endpoints.filter(isRead), endpoints.filter((one) => !isRead(one)), endpoints.filter(isRead)])
      for (const which of round) for (const viewer of viewers) await call(viewer, which, request.id);
    expect([...leaks]).toEqual([]);
    expect(answers).toBeGreaterThan(endpoints.length * viewers.length);
  }, 240_000);

  it('meets every kind of look that the table allows, so that the table is no longer than needed', () => {
    expect([...logged].sort()).toEqual(allowed.flatMap(({ logged: act }) => act ?? []).sort());
  });

  it('leaves an entry in the audit for each of them, and she reads it', async () => {
    await town.drain();
    const entries = await town.store.connection
      .collection('audit')
      .find({ group: 'reveal', elderIds: elderId, outcome: 'done' })
      .toArray();
    for (const act of logged) expect([act, entries.some((entry) => entry.act === act)]).toEqual([act, true]);
    const { client } = await town.someone('resident', { streetId: town.street.id, elderId });
    const seen = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await client.registry.fileViews({ elderId, limit: 50, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    }
    expect(seen.length).toBeGreaterThanOrEqual(logged.size);
  });

  it('leaves nothing of it in the logs', () => {
    const lines = town.logged.join('\n');
    expect(town.logged.length).toBeGreaterThan(answers / 2);
    for (const seed of Object.values(seeds)) expect([seed, lines.includes(seed)]).toEqual([seed, false]);
  });
});
