import { api } from '@wubian/shared/api.ts';
import { apiTable } from '@wubian/shared/api-table.ts';
import { canLeave, moveNames, moves, replay, statusNames } from '@wubian/shared/companion/lifecycle.ts';
import type { Endpoint } from '@wubian/shared/endpoint.ts';
import { openApiDocument } from '@wubian/shared/openapi.ts';
import { commonRefusals, refusals } from '@wubian/shared/refusals.ts';
import { roleMay, roleNames, roles } from '@wubian/shared/roles.ts';
import { describe, expect, it } from 'vitest';

const endpoints = Object.entries(api).flatMap(([room, all]) =>
  Object.entries(all as Record<string, Endpoint>).map(([name, e]) => [`${room}.${name}`, e] as const),
);

describe('the contract', () => {
  it('has a plain table of methods and paths that is not stale', () => {
    const fresh = Object.fromEntries(
      Object.entries(api).map(([room, all]) => [
        room,
        Object.fromEntries(
          Object.entries(all as Record<string, Endpoint>).map(([n, { method, path }]) => [n, { method, path }]),
        ),
      ]),
    );
    expect(apiTable).toEqual(fresh);
  });

  it('declares each method and path once', () => {
    const calls = endpoints.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':x')}`);
    expect(calls.filter((call, i) => calls.indexOf(call) !== i)).toEqual([]);
  });

  it.each(endpoints)('%s refuses unknown fields, names its path fields and is held by a role', (_, e) => {
    expect(e.input.safeParse({ nobodyAskedForThis: 1 }).error?.issues.map((i) => i.code)).toContain(
      'unrecognized_keys',
    );
    for (const [, field] of e.path.matchAll(/:(\w+)/g)) expect(Object.keys(e.input.shape)).toContain(field);
    if (e.may !== 'anyone' && e.may !== 'signedIn') {
      const { may } = e;
      expect(roleNames.filter((role) => roleMay(role, may))).not.toEqual([]);
    }
    expect(e.summary).toMatch(/[\u4e00-\u9fff]/);
  });

  it('gives every permission of a role an endpoint', () => {
    const asked = new Set(endpoints.map(([, { may }]) => may as string));
    const held = new Set(roleNames.flatMap((role) => roles[role].may as readonly string[]));
    expect([...held].filter((permission) => !asked.has(permission) && !grantedInside.has(permission))).toEqual([]);
  });

  it('lists no common refusal again and leaves no own refusal unused', () => {
    const own = new Set(endpoints.flatMap(([, e]) => e.refusals));
    expect([...own].filter((code) => (commonRefusals as readonly string[]).includes(code))).toEqual([]);
    const unused = Object.keys(refusals).filter(
      (code) => !own.has(code as never) && !ofHooks.has(code) && !(commonRefusals as readonly string[]).includes(code),
    );
    expect(unused).toEqual([]);
  });

  it('becomes an OpenAPI 3.1 document without a dangling reference, tagged by room', () => {
    const document = openApiDocument(api) as {
      openapi: string;
      paths: Record<string, Record<string, { tags: string[]; operationId: string }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(references.filter((id) => !((id as string) in document.components.schemas))).toEqual([]);
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(([name]) => name).sort());
    expect(operations.every(({ tags, operationId }) => operationId.startsWith(`${tags[0]}.`))).toBe(true);
  });
});

/** Answered at an address for machines, beside the contract. */
const ofHooks = new Set(['device_unknown', 'device_clock', 'device_replayed']);

/** Checked by a handler on the object rather than at the door of an endpoint of its own. */
const grantedInside = new Set(['grant.ask', 'grant.answer', 'grant.witness']);

describe('the move table', () => {
  it('reaches every status from asking', () => {
    const reached = new Set(['asked']);
    for (let grew = true; grew; ) {
      grew = false;
      for (const move of moveNames) {
        const { to } = moves[move];
        if (to !== 'same' && !reached.has(to) && statusNames.some((s) => reached.has(s) && canLeave(move, s))) {
          reached.add(to);
          grew = true;
        }
      }
    }
    expect([...reached].sort()).toEqual([...statusNames].sort());
  });

  it('replays a history and stops at a move that the table does not hold', () => {
    expect(replay([{ move: 'ask' }, { move: 'open' }, { move: 'claim' }, { move: 'release' }])).toBe('open');
    expect(() => replay([{ move: 'ask' }, { move: 'claim' }])).toThrow('claim');
  });
});
