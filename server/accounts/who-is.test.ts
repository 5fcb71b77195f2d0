import { beforeEach, expect, it } from 'vitest';
import type { HeldRole } from './door.ts';
import type { StoredSession } from './session.store.ts';
import { hashToken, newToken } from './token.ts';
import { createWhoIs } from './who-is.ts';

const start = Date.parse('2026-05-06T09:00:00+08:00');
let time = start;
let reads = 0;
let fails = false;
const token = newToken();
const session = (): StoredSession => ({
  id: 'session',
  accountId: 'account',
  assignmentId: 'assignment',
  way: 'phone',
  device: '其他设备',
  secondFactorAt: null,
  createdAt: new Date(start),
  lastSeenAt: new Date(start),
});
const held: HeldRole = {
  assignmentId: 'assignment',
  accountId: 'account',
  role: 'volunteer',
  streetId: 'street',
  communityIds: ['community'],
  elderId: null,
  state: 'active',
};
let stored = new Map<string, StoredSession>();
const make = () =>
  createWhoIs({
    now: () => new Date(time),
    demo: false,
    accounts: { nameOf: async () => '王芳' },
    assignments: { byId: async () => held, heldBy: async () => [held] },
    sessions: {
      byToken: async (hash) => {
        reads++;
        if (fails) throw new Error('database away');
        return stored.get(hash) ?? null;
      },
      seen: async () => {},
    },
  });

beforeEach(() => {
  time = start;
  reads = 0;
  fails = false;
  stored = new Map([[hashToken(token), session()]]);
});

it('reads a session once for many requests, and again after two seconds', async () => {
  const { whoIs } = make();
  const callers = await Promise.all(Array.from({ length: 50 }, () => whoIs(token)));
  expect(callers.every((caller) => caller?.role === 'volunteer')).toBe(true);
  time += 1_999;
  await whoIs(token);
  expect(reads).toBe(1);
  time += 1;
  await whoIs(token);
  expect(reads).toBe(2);
});

it('forgets at once when told, also what is just being read', async () => {
  const { whoIs, forget } = make();
  const reading = whoIs(token);
  stored.clear();
  forget();
  await reading;
  expect(await whoIs(token)).toBeNull();
});

it('does not let a session outlive its end while it is kept', async () => {
  const { whoIs } = make();
  stored.get(hashToken(token))!.lastSeenAt = new Date(start - 30 * 86_400_000 + 1_000);
  expect(await whoIs(token)).not.toBeNull();
  time += 1_000;
  expect(await whoIs(token)).toBeNull();
  expect(reads).toBe(1);
});

it('keeps neither unknown tokens nor errors', async () => {
  const { whoIs } = make();
  expect(await whoIs(newToken())).toBeNull();
  fails = true;
  await expect(whoIs(token)).rejects.toThrow('database away');
  fails = false;
  expect(await whoIs(token)).not.toBeNull();
});

it('does not ask the database about what cannot be a token', async () => {
  expect(await make().whoIs('x; drop')).toBeNull();
  expect(reads).toBe(0);
});
